using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.JsonFeed;

/// <summary>A JSON Feed, version 1 or 1.1.</summary>
/// <remarks>Source: https://www.jsonfeed.org/version/1.1/.</remarks>
internal sealed class JsonFeedFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(JsonFeedItem.ToEntry, "items");

    public string Name => "json-feed";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when the object names the version of the feed; fairly sure when its items are those of a feed.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var json = head.Json;
        if (json.IsObject && json.Text("version")?.Contains("jsonfeed.org/version/1", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new FormatMatch(0.97, "a JSON Feed by its version");
        }

        // The version may stand behind the items.
        return json.IsObject && (json.Has("home_page_url") || json.Has("feed_url")) && json.Has("title", JsonKinds.Text) && json.Has("items[].id")
            ? new FormatMatch(0.92, "an object with the fields of a JSON Feed")
            : FormatMatch.None("no object with the version of a JSON Feed");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);
}
