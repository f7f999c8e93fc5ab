using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.BioRxiv;

/// <summary>The answers of the bioRxiv and medRxiv API: details of preprints, and preprints with their published articles.</summary>
/// <remarks>Source: https://api.biorxiv.org. Every version of a preprint is an element of its own.</remarks>
internal sealed class BioRxivFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(BioRxivPreprint.ToEntry, "collection");

    public string Name => "biorxiv";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when an element has a DOI and fields of these servers, or an empty answer says so in its messages.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (head.Json.Find(Shape.Lists, IsPreprint) is not null)
        {
            return new FormatMatch(0.95, "a preprint with fields of bioRxiv");
        }

        return head.Json.HasEmpty("collection") && head.Json.Has("messages", JsonKinds.List)
            ? new FormatMatch(0.8, "an answer of bioRxiv that found nothing")
            : FormatMatch.None("no preprint with a DOI and fields of bioRxiv");
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var versions = new LatestVersions();
        await foreach (var entry in JsonListReader.ReadAsync(content, Shape, cancellationToken))
        {
            if (versions.Add(entry) is { } ready)
            {
                yield return ready;
            }
        }

        foreach (var entry in versions.TakeAll())
        {
            yield return entry;
        }
    }

    private static bool IsPreprint(JsonPart part)
        => (part.Has("doi", JsonKinds.Text) && part.HasAny("jatsxml", "author_corresponding", "server") && part.HasAny("version", "date"))
            || ((part.Has("biorxiv_doi") || part.Has("preprint_doi")) && part.Has("preprint_title"));
}
