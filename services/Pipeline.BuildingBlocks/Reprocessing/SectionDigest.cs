using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>What a stage found in a paper, short enough to be kept while the stage does it again. Pure.</summary>
public sealed record SectionDigest
{
    /// <summary>Longest <see cref="DigestItem.Text"/>, in UTF-16 code units.</summary>
    public const int MaxText = 160;

    /// <summary>Who found it.</summary>
    public required StageVersion Version { get; init; }

    /// <summary>Claims or topics, each id once, in ordinal order of the ids.</summary>
    public required IReadOnlyList<DigestItem> Items { get; init; }

    /// <summary>The digest of a paper's section.</summary>
    /// <returns>Null when the paper has no section of the stage at its current revision.</returns>
    public static SectionDigest? Of(EnrichedPaper paper, EnrichmentStage stage)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return stage == EnrichmentStage.Claims
            ? paper.Claims is { } claims && claims.Revision == paper.Revision ? Of(claims) : null
            : paper.Topics is { } topics && topics.Revision == paper.Revision ? Of(topics) : null;
    }

    /// <summary>The digest of claims.</summary>
    public static SectionDigest Of(ClaimsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Of(section.Version, section.Analysis.Claims.Select(claim => new DigestItem
        {
            Id = claim.Id,
            Kind = JsonNamingPolicy.KebabCaseLower.ConvertName(claim.Type.ToString()),
            Score = claim.Confidence,
            Text = Short(claim.Text),
            Content = ContentOf(claim),
        }));
    }

    /// <summary>The digest of topics.</summary>
    public static SectionDigest Of(TopicsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Of(section.Version, section.Analysis.Topics.Select(
            topic => new DigestItem { Id = topic.Id, Kind = topic.Id, Score = topic.Score, Text = "", Content = "" }));
    }

    private static SectionDigest Of(StageVersion version, IEnumerable<DigestItem> items) => new()
    {
        Version = version,
        Items = [.. items.DistinctBy(item => item.Id).OrderBy(item => item.Id, StringComparer.Ordinal)],
    };

    private static string Short(string text)
        => text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, MaxText - (char.IsHighSurrogate(text[MaxText - 2]) ? 2 : 1)), "…");

    // What a claim says beside its words and type. Confidences are left out: a small move of one is no news.
    private static string ContentOf(Claim claim)
    {
        var parts = new List<string> { claim.Start.ToString(CultureInfo.InvariantCulture) };
        foreach (var quantity in claim.Quantities)
        {
            parts.AddRange(
            [
                "quantity", quantity.Text, quantity.Unit ?? "", quantity.Kind.ToString(), quantity.Direction.ToString(),
                quantity.Metric ?? "", quantity.Baseline ?? "", quantity.Dataset ?? "", quantity.Entity ?? "",
                .. quantity.Values.Append(quantity.Low ?? double.NaN).Append(quantity.High ?? double.NaN).Select(Text),
            ]);
        }

        Add(parts, "methods", claim.Names?.Methods);
        Add(parts, "datasets", claim.Names?.Datasets);
        Add(parts, "metrics", claim.Names?.Metrics);
        return DeterministicId.From([.. parts]).ToString("N");
    }

    private static void Add(List<string> parts, string kind, IReadOnlyList<Quote>? names)
    {
        parts.Add(kind);
        parts.AddRange((names ?? []).Select(name => name.Text));
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>One claim or topic in a <see cref="SectionDigest"/>.</summary>
public sealed record DigestItem
{
    /// <summary>Id of the claim or topic.</summary>
    public required string Id { get; init; }

    /// <summary>What it is counted as: the type of a claim, the id of a topic.</summary>
    public required string Kind { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The words of a claim, cut at <see cref="SectionDigest.MaxText"/>; empty for a topic.</summary>
    public required string Text { get; init; }

    /// <summary>Fingerprint of what else it says; equal for equal content.</summary>
    public required string Content { get; init; }
}
