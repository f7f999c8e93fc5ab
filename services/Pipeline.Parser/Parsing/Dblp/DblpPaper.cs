using System.Text.RegularExpressions;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Dblp;

/// <summary>Reads one record of dblp.</summary>
internal static partial class DblpPaper
{
    private const string Records = "https://dblp.org/rec/";

    /// <summary>A paper, or why the record is none; null for volumes and home pages, which dblp lists among them.</summary>
    public static ListingEntry? ToEntry(XmlNode record, string where)
    {
        if (record.Name is "proceedings" or "www" || record.First("type")?.Trimmed is "Editorship")
        {
            return null;
        }

        var editions = record.All("ee").Select(edition => edition.Trimmed).OfType<string>().ToList();
        var key = record.First("key")?.Trimmed ?? record.Attribute("key");
        return new PaperDraft
        {
            Names = [record.First("doi")?.Trimmed, .. editions.Select(AsDoi)],
            Title = record.First("title")?.Value,
            Authors = (record.First("authors") ?? record).All("author").Select(author => Homonym.Replace(author.Value.Trim(), "")),
            Urls = [new("page", editions.FirstOrDefault()), new("dblp", key is null ? null : Records + key)],
        }.ToEntry(where);
    }

    // The address of the ACM's old resolver is a DOI with another host.
    private static string AsDoi(string edition) => OldResolver.Replace(edition, "https://doi.org/");

    // dblp tells people of one name apart by a number: Wei Liu 0001.
    [GeneratedRegex(@"\s+[0-9]{4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Homonym { get; }

    [GeneratedRegex(@"^https?://(?:doi\.acm\.org|doi\.ieeecomputersociety\.org)/(?=10\.)", RegexOptions.CultureInvariant)]
    private static partial Regex OldResolver { get; }
}
