using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Crossref;

/// <summary>Reads one work.</summary>
internal static class CrossrefWork
{
    private static readonly string[] Dates = ["published", "published-online", "posted", "issued", "published-print", "created"];

    // Kinds of updates that take a paper back; corrections and new editions do not.
    private static readonly string[] TakesBack = ["retraction", "withdrawal", "removal", "retracted", "withdrawn"];

    /// <summary>The paper, or why the work is none; and of a notice of retraction, which papers it takes back.</summary>
    public static IEnumerable<ListingEntry> Read(JsonElement work, string where)
    {
        var doi = work.Field("DOI").Text();
        if (PaperIdentity.FromDoi(doi) is not { } key)
        {
            return [ListingEntry.Reject(where, "no DOI, which every work of Crossref has: correct or remove it.")];
        }

        var takenBack = work.Field("update-to").Items().Where(DoesTakeBack).Select(update => PaperIdentity.FromDoi(update.Field("DOI").Text())).OfType<string>().Distinct().ToList();
        return
        [
            Draft(work, key, takenBack.Contains(key)).ToEntry(where),
            .. takenBack.Where(other => other != key).Select(other => new ListingEntry.Withdrawn(other)),
        ];
    }

    private static PaperDraft Draft(JsonElement work, string key, bool takesItselfBack) => new()
    {
        Names = [key],
        Title = MarkupText.Title(TitleOf(work)),
        Abstract = MarkupText.Abstract(work.Field("abstract").Text()),
        Authors = work.Field("author").GivenAndFamilyNames(),
        PublishedAt = Dates.Select(name => work.Field(name).DateParts()).FirstOrDefault(date => date is not null),
        Categories = work.Field("subject").Texts(),
        Urls =
        [
            new("page", work.Field("URL").Text()),
            new("pdf", work.Field("link").Items().FirstOrDefault(link => link.Field("content-type").Text() == "application/pdf").Field("URL").Text()),
        ],
        State = takesItselfBack || work.Field("updated-by").Items().Any(DoesTakeBack) || IsTakenBackBy(work.Field("relation"))
            ? PaperState.Withdrawn
            : PaperState.Active,
    };

    // A list, sometimes with the title twice or in two languages, sometimes empty; other tools make it a string.
    private static string? TitleOf(JsonElement work)
        => work.Field("title") is { ValueKind: JsonValueKind.Array } titles
            ? titles.Texts().FirstOrDefault(title => !string.IsNullOrWhiteSpace(title))
            : work.Field("title").Text();

    private static bool DoesTakeBack(JsonElement update) => IsTakeBack(update.Field("type").Text());

    private static bool IsTakeBack(string? type) => type is not null && TakesBack.Contains(type.ToLowerInvariant());

    private static bool IsTakenBackBy(JsonElement relation)
        => relation.ValueKind == JsonValueKind.Object
            && relation.EnumerateObject().Any(kind => kind.Name is "is-retracted-by" or "is-withdrawn-by" or "is-removed-by" && kind.Value.Items().Any());
}
