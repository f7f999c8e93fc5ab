using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>changes</c>: the change log, from a place on.</summary>
internal sealed class ChangesCommand
{
    private readonly ListOptions _list = new();
    private readonly Option<long> _after = new("--after") { Description = "Only entries after this place, the last one that was read; 0 for the beginning.", HelpName = "N" };
    private readonly Option<bool> _follow = new("--follow") { Description = "Print all there is, then what comes, until Ctrl+C." };
    private readonly Option<string?> _source = new("--source") { Description = "Only changes of papers that this source showed.", HelpName = "ID" };
    private readonly Option<string[]> _topics = new("--topic")
    {
        Description = "Only changes of papers with this topic: its id, name or other name; a group finds all its topics. Several find the changes of each.",
        HelpName = "TOPIC",
    };

    private ChangesCommand()
    {
    }

    public static Command Create()
    {
        var options = new ChangesCommand();
        var command = new Command("changes", "Show what happened to papers, in the order in which it is told to consumers.")
        {
            options._after, options._topics, options._source, options._follow,
        };
        options._list.AddTo(command);
        command.Validators.Add(options.Validate);
        command.SetAction((result, cancellationToken) => options.RunAsync(result, GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private void Validate(CommandResult result)
    {
        if (result.GetResult(_after) is { Tokens: [var token] } && long.TryParse(token.Value, out var after) && after < 0)
        {
            result.AddError("--after: must be 0 or more.");
        }
    }

    private async Task<int> RunAsync(ParseResult result, GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateTopicReaderAsync(settings, cancellationToken);
        var known = host.Services.GetRequiredService<TopicLookup>();
        var filter = new ChangeFilter
        {
            Topics = [.. (result.GetValue(_topics) ?? []).SelectMany(name => known.Under(known.Get("--topic", name))).Distinct(StringComparer.Ordinal)],
            Source = result.GetValue(_source),
        };
        var report = new ChangeReport(_list.Json(result));
        var walk = new ChangeWalk(host.Services.GetRequiredService<IChangeLog>(), filter, host.Services.GetRequiredService<TimeProvider>());
        if (result.GetValue(_follow))
        {
            await walk.FollowAsync(result.GetValue(_after), report.Write, cancellationToken);
            return ExitCode.Done;
        }

        var page = await walk.ReadAsync(result.GetValue(_after), _list.Limit(result), cancellationToken);
        report.Write(page);
        return ExitCode.Done;
    }
}
