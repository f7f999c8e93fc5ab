using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Output;

/// <summary>Claims as CSV: one row a claim and quantity, one row for a claim without any.</summary>
internal static class ClaimCsv
{
    private static readonly string[] OfClaim =
    [
        "paperId", "title", "publishedAt", "revision", "extractor", "claimId", "type", "main", "start", "end", "text", "confidence",
        "methods", "datasets", "metrics",
    ];

    private static readonly string[] OfQuantity =
    [
        "quantityStart", "quantityEnd", "quantityText", "values", "low", "high", "unit", "kind", "direction", "metric", "baseline", "dataset",
        "entity", "quantityConfidence",
    ];

    public static async Task WriteAsync(IAsyncEnumerable<ClaimHit> hits, CancellationToken cancellationToken)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        await WriteAsync(output, hits, cancellationToken);
    }

    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<ClaimHit> hits, CancellationToken cancellationToken)
    {
        var row = new CsvRow(output);
        foreach (var name in OfClaim.Concat(OfQuantity))
        {
            row.Text(name);
        }

        row.End();
        await foreach (var hit in hits.WithCancellation(cancellationToken))
        {
            Write(row, hit);
        }
    }

    private static void Write(CsvRow row, ClaimHit hit)
    {
        foreach (var quantity in hit.Claim.Quantities)
        {
            WriteClaim(row, hit);
            WriteQuantity(row, quantity);
            row.End();
        }

        if (hit.Claim.Quantities.Count == 0)
        {
            WriteClaim(row, hit);
            row.Nothing(OfQuantity.Length).End();
        }
    }

    private static void WriteClaim(CsvRow row, ClaimHit hit)
    {
        var claim = hit.Claim;
        row.Text(hit.PaperId).Text(hit.Title)
            .Text(hit.PublishedAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            .Text(hit.Revision).Text(hit.Extractor.ToString())
            .Text(claim.Id).Text(Word(claim.Type)).Text(hit.Main ? "true" : "false")
            .Number(claim.Start).Number(claim.End).Text(claim.Text).Number(claim.Confidence)
            .Text(Join(claim.Names?.Methods)).Text(Join(claim.Names?.Datasets)).Text(Join(claim.Names?.Metrics));
    }

    private static void WriteQuantity(CsvRow row, Quantity quantity)
        => row.Number(quantity.Start).Number(quantity.End).Text(quantity.Text)
            .Numbers(quantity.Values).Number(quantity.Low).Number(quantity.High).Text(quantity.Unit)
            .Text(Word(quantity.Kind)).Text(Word(quantity.Direction))
            .Text(quantity.Metric).Text(quantity.Baseline).Text(quantity.Dataset).Text(quantity.Entity).Number(quantity.Confidence);

    private static string Join(IReadOnlyList<Quote>? names) => string.Join("; ", (names ?? []).Select(name => name.Text));

    private static string Word<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
