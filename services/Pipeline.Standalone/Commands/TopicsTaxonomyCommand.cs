using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Topics;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>topics taxonomy</c>: the topics there are, as a tree.</summary>
internal static class TopicsTaxonomyCommand
{
    public static Command Create()
    {
        var names = string.Join(", ", BuiltInTaxonomies.Names);
        var taxonomy = new Option<string?>("--taxonomy") { Description = $"A taxonomy that comes with this program: {names}. Without it, the one in use.", HelpName = "NAME" };
        taxonomy.AcceptOnlyFromAmong([.. BuiltInTaxonomies.Names]);
        var json = new Option<bool>("--json") { Description = "Print one JSON object a topic, a line each." };
        var command = new Command("taxonomy", "Show the topics there are, as a tree.") { taxonomy, json };
        command.SetAction(result =>
        {
            var settings = GlobalOptions.Read(result);
            var known = result.GetValue(taxonomy) is { } name ? new TopicLookup(BuiltInTaxonomies.Get(name)) : InUse(settings);
            Print(known, result.GetValue(json), settings.NoColor);
            return ExitCode.Done;
        });
        return command;
    }

    private static TopicLookup InUse(GlobalSettings settings)
    {
        using var host = PipelineHost.CreateTopicNames(settings);
        return host.Services.GetRequiredService<TopicLookup>();
    }

    private static void Print(TopicLookup known, bool json, bool noColor)
    {
        if (!json)
        {
            TaxonomyTree.Write(new Screen(noColor), known);
            return;
        }

        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var topic in TopicView.Of(known))
        {
            JsonLines.Write(output, topic);
        }
    }
}
