using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.JsonLines;

/// <summary>Reads one paper out of one line.</summary>
internal static class JsonLinesPaper
{
    private static readonly string AiSummary = JsonNamingPolicy.KebabCaseLower.ConvertName(nameof(AbstractSource.AiSummary));

    private static readonly string Withdrawn = JsonNamingPolicy.KebabCaseLower.ConvertName(nameof(PaperState.Withdrawn));

    private static readonly string[] IdFields = ["arxiv_id", "arxivId", "doi", "DOI"];

    // Kinds of addresses that may hold the paper's own id; code and project pages name other things.
    private static readonly string[] NamingKinds = ["abs", "pdf", "page", "doi"];

    /// <summary>A paper, or why the line is none. Unknown fields are ignored.</summary>
    public static ListingEntry ToEntry(JsonElement line, string where)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object: write one {\"title\", \"abstract\"} a line.");
        }

        var urls = line.Field("urls").TextsByName().Concat(LooseAddresses(line)).ToList();
        string?[] names =
        [
            line.Field("id").Text(), .. IdFields.Select(name => line.Field(name).Text()),
            .. urls.Where(url => NamingKinds.Contains(url.Key)).Select(url => url.Value),
            .. line.Field("aliases").Texts(),
        ];
        return new PaperDraft
        {
            Names = names,
            Title = line.Field("title").Text(),
            Abstract = line.FirstText("abstract", "summary"),
            AbstractSource = line.Field("abstractSource").Text() == AiSummary ? AbstractSource.AiSummary : AbstractSource.Listing,
            Authors = line.Field("authors").PersonNames().Concat(line.Field("author").GivenAndFamilyNames()),
            PublishedAt = line.Field("publishedAt").Time() ?? line.Field("issued").DateParts(),
            UpdatedAt = line.Field("updatedAt").Time(),
            ListedAt = line.Field("listedAt").Time(),
            Categories = line.Field("categories").Labels(),
            Urls = urls,
            Upvotes = line.Field("upvotes").Count(),
            Version = line.Field("version").Count(),
            State = line.Field("state").Text() == Withdrawn ? PaperState.Withdrawn : PaperState.Active,
            NeedsAbstract = line.Field("abstract").Text() is not "" && !names.Any(IsId),
        }.ToEntry(where);
    }

    // A title alone may be anything; what has an id, or says that its abstract is empty, is a paper without one.
    private static bool IsId(string? name) => PaperIdentity.FromArxiv(name) is not null || PaperIdentity.FromDoi(name) is not null || PaperIdentity.FromPubMed(name) is not null;

    private static IEnumerable<KeyValuePair<string, string?>> LooseAddresses(JsonElement line) =>
    [
        new("abs", line.Field("abs").Text()), new("pdf", line.Field("pdf").Text()), new("page", line.Field("url").Text()),
    ];
}
