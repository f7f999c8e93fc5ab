using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>One paper on a page: abstract with evidence, claims with their numbers, topics with their words.</summary>
internal static class PaperPage
{
    public static void Write(Screen screen, EnrichedPaper paper)
    {
        screen.WriteMarkup($"[bold]{Escape(paper.Title)}[/]");
        screen.WriteLine(string.Join(" · ", Facts(paper).Select(Screen.Safe)));
        screen.WriteLine();

        var claims = paper.Claims is { } c && c.Revision == paper.Revision ? c.Analysis.Claims : [];
        screen.WriteMarkup(EvidenceText.Mark(paper.Abstract, claims, screen.Color));
        screen.WriteLine();
        if (paper.Pending)
        {
            screen.WriteLine("Not fully enriched yet at this revision.");
        }

        WriteClaims(screen, claims);
        WriteTopics(screen, paper);
        WriteKeyphrases(screen, paper);
        WriteProvenance(screen, paper);
    }

    private static IEnumerable<string> Facts(EnrichedPaper paper)
    {
        yield return paper.Id;
        if (paper.Authors.Count > 0)
        {
            yield return paper.Authors.Count > 3 ? $"{paper.Authors[0]} and {paper.Authors.Count - 1} others" : string.Join(", ", paper.Authors);
        }

        if (paper.PublishedAt is { } published)
        {
            yield return published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (paper.Version is { } version)
        {
            yield return $"version {version}";
        }

        if (paper.State == PaperState.Withdrawn)
        {
            yield return "WITHDRAWN";
        }

        if (paper.Upvotes is { } votes)
        {
            yield return $"{votes} upvotes";
        }

        yield return $"revision {paper.Revision}";
    }

    private static void WriteClaims(Screen screen, IReadOnlyList<Claim> claims)
    {
        screen.WriteMarkup($"[bold]Claims[/] {claims.Count}");
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            var type = JsonNamingPolicy.KebabCaseLower.ConvertName(claim.Type.ToString());
            screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  [{i + 1}] {type}, confidence {claim.Confidence:0.00}"));
            foreach (var quantity in claim.Quantities)
            {
                screen.WriteLine($"      {Screen.Safe(quantity.Text)}{About(quantity)}");
            }

            WriteNames(screen, claim);
        }

        screen.WriteLine();
    }

    private static string About(Quantity quantity)
    {
        var known = string.Join(", ", QuantityText.About(quantity));
        return known.Length == 0 ? "" : $" ({Screen.Safe(known)})";
    }

    private static void WriteNames(Screen screen, Claim claim)
    {
        var names = (claim.Names?.Methods ?? []).Select(name => $"{name.Text} (method)")
            .Concat((claim.Names?.Datasets ?? []).Select(name => $"{name.Text} (data set)"))
            .Concat((claim.Names?.Metrics ?? []).Select(name => $"{name.Text} (metric)"));
        if (string.Join(", ", names) is { Length: > 0 } line)
        {
            screen.WriteLine($"      names {Screen.Safe(line)}");
        }
    }

    private static void WriteTopics(Screen screen, EnrichedPaper paper)
    {
        var topics = paper.Topics is { } t && t.Revision == paper.Revision ? t.Analysis.Topics : [];
        screen.WriteMarkup($"[bold]Topics[/] {topics.Count}");
        foreach (var topic in topics)
        {
            var words = string.Join(", ", topic.Evidence.Select(e => e.Text).Distinct(StringComparer.OrdinalIgnoreCase));
            screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {topic.Id}  {topic.Score:0.00}  {Screen.Safe(words)}"));
        }
    }

    private static void WriteKeyphrases(Screen screen, EnrichedPaper paper)
    {
        if (paper.Topics is { Analysis.Keyphrases: { Count: > 0 } phrases } topics && topics.Revision == paper.Revision)
        {
            screen.WriteLine();
            screen.WriteMarkup("[bold]Keyphrases[/]");
            screen.WriteLine($"  {string.Join(" · ", phrases.Select(phrase => Screen.Safe(phrase.Text)))}");
        }
    }

    private static void WriteProvenance(Screen screen, EnrichedPaper paper)
    {
        screen.WriteLine();
        screen.WriteMarkup($"[bold]Sources[/] {paper.Sightings.Select(sighting => sighting.SourceId).Distinct(StringComparer.Ordinal).Count()}");
        foreach (var group in paper.Provenance)
        {
            var authority = JsonNamingPolicy.KebabCaseLower.ConvertName(group.Origin.Authority.ToString());
            screen.WriteLine(Screen.Safe(string.Create(
                CultureInfo.InvariantCulture,
                $"  {group.Origin.SourceId} ({authority}, {group.Origin.ObservedAt:yyyy-MM-dd}): {string.Join(", ", group.Fields)}")));
        }
    }

    private static string Escape(string text) => Markup.Escape(Screen.Safe(text));
}
