using System.Runtime.CompilerServices;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Reads a document entry by entry: no more than one of them is held, and a document type is never processed.</summary>
internal static class XmlListing
{
    /// <summary>Turns every entry into what it gives.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="shape">Which elements are entries.</param>
    /// <param name="toEntry">Makes one of an element and its place; null leaves it out, <see cref="ListingEntry.Broken"/> ends the listing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<ListingEntry> ReadAsync(
        Stream content, EntryShape shape, Func<XmlNode, string, ListingEntry?> toEntry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new CharWindow(content);
        var cutter = new EntryCutter(window, shape);
        using var reader = new XmlEntryReader(cutter.Namespaces);
        while (!cutter.IsDone)
        {
            while (cutter.TryRead(out var raw))
            {
                var entry = Read(raw, reader, toEntry);
                if (entry is not null)
                {
                    yield return entry;
                }

                if (entry is ListingEntry.Broken)
                {
                    yield break;
                }
            }

            if (!cutter.IsDone)
            {
                await window.GrowAsync(cancellationToken);
            }
        }

        if (cutter.FindBreak() is { } broken)
        {
            yield return broken;
        }
    }

    private static ListingEntry? Read(RawEntry raw, XmlEntryReader reader, Func<XmlNode, string, ListingEntry?> toEntry)
    {
        var where = $"entry {raw.Number}";
        var fault = raw.Fault;
        var element = fault is null ? reader.TryParse(raw.Text, out fault) : null;
        return element is null ? ListingEntry.Reject(where, fault!) : toEntry(element, where);
    }
}
