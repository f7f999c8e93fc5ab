using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Api.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1. Equal feeds give equal bytes.</summary>
internal static class JsonFeedWriter
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("feed_url", feed.Self);
            WriteIfAny(json, "next_url", feed.Next);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        WriteIfAny(json, "url", entry.Link);
        json.WriteString("title", entry.Title);
        json.WriteString("content_html", entry.Html);
        WriteIfAny(json, "date_published", entry.Published is { } published ? FeedText.Time(published) : null);
        json.WriteString("date_modified", FeedText.Time(entry.Updated));
        json.WriteStartArray("authors");
        foreach (var author in entry.Authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tags");
        foreach (var topic in entry.Topics)
        {
            json.WriteStringValue(topic.Id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
