using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.BioRxiv;

/// <summary>Reads one version of a preprint.</summary>
internal static class BioRxivPreprint
{
    /// <summary>A paper, or why the element is none.</summary>
    /// <remarks>The heads of medRxiv's sections are glued to their text ("BackgroundWe sought") and stay so: the text is kept as it stands.</remarks>
    public static ListingEntry ToEntry(JsonElement preprint, string where)
    {
        if (PaperIdentity.FromDoi(preprint.FirstText("doi", "biorxiv_doi", "preprint_doi")) is not { } key)
        {
            return ListingEntry.Reject(where, "no \"doi\", which every preprint of bioRxiv and medRxiv has: correct or remove it.");
        }

        var title = MarkupText.Title(preprint.FirstText("title", "preprint_title"));
        var date = preprint.FirstText("date", "preprint_date");
        var version = preprint.Field("version").Whole();
        return new PaperDraft
        {
            // The journal's DOI says "NA" until there is one.
            Names = [key, preprint.FirstText("published", "published_doi")],
            Title = title,
            Abstract = MarkupText.Abstract(preprint.FirstText("abstract", "preprint_abstract")),
            Authors = Authors(preprint.FirstText("authors", "preprint_authors")),
            PublishedAt = version is null or 1 ? ListingTime.Read(date) : null,
            UpdatedAt = version is null ? null : ListingTime.Read(date),
            Categories = preprint.FirstText("category", "preprint_category") is { } category ? [category] : [],
            Urls = [new("page", AddressOf(preprint, key, version)), new("doi", $"https://doi.org/{key["doi:".Length..]}")],
            Version = version,
            State = IsWithdrawn(preprint, title) ? PaperState.Withdrawn : PaperState.Active,
        }.ToEntry(where);
    }

    private static IEnumerable<string> Authors(string? names)
        => names?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PersonName.InReadingOrder) ?? [];

    private static string? AddressOf(JsonElement preprint, string key, int? version)
        => preprint.FirstText("server", "preprint_platform")?.ToLowerInvariant() is ("biorxiv" or "medrxiv") and { } server
            ? $"https://www.{server}.org/content/{key["doi:".Length..]}{(version is null ? "" : $"v{version}")}"
            : null;

    private static bool IsWithdrawn(JsonElement preprint, string? title)
        => preprint.Field("type").Text()?.Contains("withdrawn", StringComparison.OrdinalIgnoreCase) == true
            || title?.StartsWith("WITHDRAWN", StringComparison.Ordinal) == true;
}
