using System.Text;
using System.Xml;

namespace Pipeline.Api.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287). Equal feeds give equal bytes.</summary>
internal static class AtomWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    // Atom asks for a time also where nothing has happened yet.
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("id", Namespace, feed.Id);
            WriteText(xml, "title", feed.Title);
            xml.WriteElementString("updated", Namespace, FeedText.Time(feed.Updated ?? Never));
            WriteLink(xml, "self", feed.Self);
            WriteLink(xml, "next", feed.Next);
            WriteAuthor(xml, "Paper pipeline");
            foreach (var entry in feed.Entries)
            {
                Write(xml, entry);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, entry.Id);
        WriteText(xml, "title", entry.Title);
        xml.WriteElementString("updated", Namespace, FeedText.Time(entry.Updated));
        if (entry.Published is { } published)
        {
            xml.WriteElementString("published", Namespace, FeedText.Time(published));
        }

        WriteLink(xml, "alternate", entry.Link);
        foreach (var author in entry.Authors)
        {
            WriteAuthor(xml, author);
        }

        foreach (var topic in entry.Topics)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", topic.Id);
            xml.WriteAttributeString("label", topic.Name);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string? address)
    {
        if (address is not null)
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", address);
            xml.WriteEndElement();
        }
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, name);
        xml.WriteEndElement();
    }
}
