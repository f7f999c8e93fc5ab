using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>papers list</c>: papers, the last obtained first, narrowed by their topics.</summary>
internal sealed class PapersListCommand
{
    private readonly ListOptions _list = new();
    private readonly Option<string[]> _topics = new("--topic")
    {
        Description = "Only papers with this topic: its id, name or other name; a group finds all its topics. Several narrow further.",
        HelpName = "TOPIC",
    };

    private readonly Option<bool> _without = new("--without-topic") { Description = "Only papers that were classified and got no topic." };
    private readonly NumberOption _score = new("--min-score", "Only papers whose named topic has at least this score, 0 to 1.", least: 0, most: 1);

    private PapersListCommand()
    {
    }

    public static Command Create()
    {
        var options = new PapersListCommand();
        var command = new Command("list", "List papers, the last obtained first.") { options._topics, options._without, options._score.Option };
        options._list.AddTo(command);
        command.Validators.Add(options.Validate);
        command.SetAction((result, cancellationToken) => options.RunAsync(result, GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private void Validate(CommandResult result)
    {
        var named = result.GetValue(_topics) is { Length: > 0 };
        if (named && result.GetValue(_without))
        {
            result.AddError("--without-topic: cannot be asked for together with --topic.");
        }

        if (!named && _score.Value(result) is not null)
        {
            result.AddError("--min-score: say the score of which topic, with --topic.");
        }
    }

    private async Task<int> RunAsync(ParseResult result, GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateTopicReaderAsync(settings, cancellationToken);
        var known = host.Services.GetRequiredService<TopicLookup>();
        var query = new PaperQuery
        {
            Topics = [.. (result.GetValue(_topics) ?? []).Select(name => known.Under(known.Get("--topic", name)))],
            MinScore = _score.Value(result),
            WithoutTopic = result.GetValue(_without),
            Limit = _list.Limit(result),
        };
        await PapersCommand.PrintAsync(
            host.Services.GetRequiredService<IPaperStore>(), new Screen(settings.NoColor), query, _list.Json(result), cancellationToken);
        return ExitCode.Done;
    }
}
