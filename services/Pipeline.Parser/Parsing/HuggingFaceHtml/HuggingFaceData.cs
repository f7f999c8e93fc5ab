using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Parser.Parsing.HuggingFaceJson;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.HuggingFaceHtml;

/// <summary>Reads the papers of a page out of the data that the server gives to its scripts.</summary>
internal sealed class HuggingFaceData
{
    /// <summary>Entries that wait for the day of the page when that stands behind its papers; no page shows as many.</summary>
    public const int MostWaiting = 1_000;

    private readonly List<ListingEntry> _waiting = [];
    private bool _knowsDay;
    private DateTimeOffset? _day;

    private bool MayWait => !_knowsDay && _waiting.Count < MostWaiting;

    /// <summary>The papers, in the order of the page. One without a time of its own was listed on the day of the page.</summary>
    /// <remarks>The address of a page may name a day without papers; the server then shows another, and says so in its data.</remarks>
    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream json, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shape = new JsonListShape(["dailyPapers"], Read) { Noun = "card", IsEmptyAnswer = _ => true, Aside = new("dateString", Note) };
        await foreach (var entry in JsonListReader.ReadAsync(json, shape, cancellationToken))
        {
            _waiting.Add(entry);
            foreach (var due in MayWait ? [] : TakeWaiting())
            {
                yield return due;
            }
        }

        foreach (var due in TakeWaiting())
        {
            yield return due;
        }
    }

    private static IEnumerable<ListingEntry> Read(JsonElement element, string where) => [HuggingFacePaper.ToEntry(element, where)];

    private void Note(string date) => (_knowsDay, _day) = (true, ListingTime.Read(date));

    private List<ListingEntry> TakeWaiting()
    {
        List<ListingEntry> due = [.. _waiting.Select(entry => entry switch
        {
            ListingEntry.Listed(var paper) => new ListingEntry.Listed(paper with { ListedAt = paper.ListedAt ?? _day }),
            _ => entry,
        })];
        _waiting.Clear();
        return due;
    }
}
