using System.CommandLine;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Parser.Parsing;
using Pipeline.Standalone.Filters;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Keyphrases;

namespace Pipeline.Standalone.Commands;

/// <summary><c>try parse, claims, topics</c>: one stage as a filter, without store or broker.</summary>
internal static class TryCommand
{
    public static Command Create() => new("try", "Run one stage as a filter, without store or broker.")
    {
        CreateParse(),
        CreateClaims(),
        CreateTopics(),
    };

    private static Command CreateParse()
    {
        var input = new Argument<string>("input") { Description = "A file with a listing, or - for standard input.", HelpName = "FILE" };
        var format = new Option<string?>("--format") { Description = "Read it as this format instead of detecting it.", HelpName = "NAME" };
        var command = new Command("parse", "A listing in, one paper a line out.") { input, format };
        command.SetAction((result, cancellationToken) => ParseAsync(
            InputFile.Open(result.GetRequiredValue(input)), result.GetValue(format), cancellationToken));
        return command;
    }

    private static Command CreateClaims()
    {
        var command = new Command("claims", "Papers as JSON Lines in, claims out.");
        command.SetAction((_, cancellationToken) =>
        {
            var analyzer = new ClaimAnalyzer();
            return FilterAsync(paper => Analyze(analyzer, paper), cancellationToken);
        });
        return command;
    }

    private static Command CreateTopics()
    {
        var taxonomy = TaxonomyOption.Create();
        var command = new Command("topics", "Papers as JSON Lines in, topics out.") { taxonomy };
        command.SetAction((result, cancellationToken) =>
        {
            var analyzer = TopicAnalyzer.BuiltIn(BuiltInTaxonomies.Get(result.GetRequiredValue(taxonomy)), null);
            return FilterAsync(paper => Analyze(analyzer, paper), cancellationToken);
        });
        return command;
    }

    private static ClaimsOutput Analyze(ClaimAnalyzer analyzer, FilterInput paper)
    {
        var id = paper.Id ?? "";
        var analysis = paper.Sentences is { } sentences ? analyzer.Analyze(id, paper.Title ?? "", sentences) : analyzer.Analyze(id, paper.Title ?? "", paper.Text);
        return new ClaimsOutput
        {
            Id = paper.Id,
            Extractor = ClaimAnalyzer.Version,
            Sentences = analysis.Sentences,
            Claims = analysis.Claims,
            Quantities = analysis.Quantities,
            Names = analysis.Names,
            Urls = analysis.Urls,
        };
    }

    private static TopicsOutput Analyze(TopicAnalyzer analyzer, FilterInput paper)
    {
        var analysis = analyzer.Analyze(paper.Title ?? "", paper.Text);
        return new TopicsOutput
        {
            Id = paper.Id,
            Classifier = analyzer.Version,
            Abstained = analysis.Abstained,
            Topics = analysis.Topics,
            Keyphrases = KeyphraseExtractor.Extract(paper.Title ?? "", paper.Text),
        };
    }

    private static async Task<int> FilterAsync<TOutput>(Func<FilterInput, TOutput> stage, CancellationToken cancellationToken)
    {
        var bad = await LineFilter.RunAsync(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, stage, cancellationToken);
        return bad == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> ParseAsync(InputContent input, string? format, CancellationToken cancellationToken)
    {
        await using var content = input.Content;
        var reading = await new ListingReader().OpenAsync(content, input.Name, format, cancellationToken);
        if (reading.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"{input.Name}: {refusal}");
            return ExitCode.Failed;
        }

        await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var papers = 0;
        var problems = 0;
        await foreach (var entry in reading.Entries.WithCancellation(cancellationToken))
        {
            switch (entry)
            {
                case ListingEntry.Listed listed:
                    papers++;
                    JsonLines.Write(output, listed.Paper);
                    break;
                case ListingEntry.Rejected rejected:
                    problems++;
                    await Console.Error.WriteLineAsync($"{input.Name}: {rejected.Rejection.Where}: {rejected.Rejection.Reason}");
                    break;
                case ListingEntry.Broken broken:
                    problems++;
                    await Console.Error.WriteLineAsync($"{input.Name}: {broken.Where}: {broken.Reason}");
                    break;
            }
        }

        await Console.Error.WriteLineAsync($"{input.Name}: {papers} papers as {reading.Format}, {problems} problems");
        return problems == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
