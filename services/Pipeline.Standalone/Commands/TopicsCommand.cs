using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Topics;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>topics</c>: what the stored papers are about, and how that changes; <c>topics taxonomy</c>: what there is to be about.</summary>
internal sealed class TopicsCommand
{
    private const int DefaultTop = 20;

    private readonly WordOption<TopicPeriod> _by = new("--by", "Length of a period, month unless said", "PERIOD");
    private readonly DayOption _since = new("--since", "Only papers published on this day or later (listed or obtained, where that is unknown).");
    private readonly DayOption _until = new("--until", "Only papers published on this day or before.");
    private readonly Option<string?> _source = new("--source") { Description = "Only papers seen in a listing of this source.", HelpName = "ID" };
    private readonly Option<string?> _group = new("--group") { Description = "Only this topic and those below it.", HelpName = "TOPIC" };
    private readonly Option<int> _top = new("--top") { Description = $"Most topics to print; {DefaultTop} unless said.", HelpName = "N", DefaultValueFactory = _ => DefaultTop };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object a topic, a line each." };

    private TopicsCommand()
        => _top.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var top) && top < 1)
            {
                result.AddError("--top: must be 1 or more.");
            }
        });

    public static Command Create()
    {
        var options = new TopicsCommand();
        var command = new Command("topics", "Topics of the stored papers, with counts over time.") { TopicsTaxonomyCommand.Create() };
        foreach (var option in new Option[] { options._by.Option, options._source, options._group, options._top, options._json })
        {
            command.Options.Add(option);
        }

        options._since.AddTo(command);
        options._until.AddTo(command);
        command.Validators.Add(options.Validate);
        command.SetAction((result, cancellationToken) => options.RunAsync(result, GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private void Validate(CommandResult result)
    {
        if (_since.Value(result) > _until.Value(result))
        {
            result.AddError("--since: must not lie after --until.");
        }
    }

    private async Task<int> RunAsync(ParseResult result, GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateTopicReaderAsync(settings, cancellationToken);
        var known = host.Services.GetRequiredService<TopicLookup>();
        var group = result.GetValue(_group) is { } name ? known.Under(known.Get("--group", name)).ToHashSet(StringComparer.Ordinal) : null;
        var query = new TopicCountQuery
        {
            By = _by.Value(result) ?? TopicPeriod.Month,
            Since = _since.Value(result),
            Until = _until.Value(result),
            SourceId = result.GetValue(_source),
        };
        var counts = await host.Services.GetRequiredService<IPaperStore>().CountTopicsAsync(query, cancellationToken);
        var trends = TopicTrend.Of(counts.Where(count => group?.Contains(count.Topic) ?? true), query, known, result.GetValue(_top));
        Print(trends, query.By, result.GetValue(_json), settings.NoColor);
        return ExitCode.Done;
    }

    private static void Print(IReadOnlyList<TopicTrend> trends, TopicPeriod by, bool json, bool noColor)
    {
        if (!json)
        {
            TopicTable.Write(new Screen(noColor), trends, by);
            return;
        }

        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var trend in trends)
        {
            JsonLines.Write(output, trend);
        }
    }
}
