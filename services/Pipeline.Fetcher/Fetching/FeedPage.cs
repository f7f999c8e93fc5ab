using System.Globalization;
using System.Xml;

namespace Pipeline.Fetcher.Fetching;

/// <summary>A feed as the Fetcher sees it: its day, its days off, how many items it has. Pure.</summary>
/// <param name="Items">Items or entries.</param>
/// <param name="Day">The day of its pubDate, updated or lastBuildDate, as it is written there; null when it has none.</param>
/// <param name="SkipDays">Days of the week on which it is not renewed.</param>
/// <param name="IsWhole">False when it is broken or cut short; the items before count.</param>
internal sealed record FeedPage(int Items, DateOnly? Day, IReadOnlyList<DayOfWeek> SkipDays, bool IsWhole)
{
    /// <summary>Reads RSS or Atom, as far as it can be read.</summary>
    public static FeedPage Read(Stream content)
    {
        var found = new Found();
        try
        {
            using var reader = PageXml.Open(content);
            reader.MoveToContent();
            while (!reader.EOF)
            {
                Step(reader, found);
            }

            return found.ToPage(isWhole: true);
        }
        catch (XmlException)
        {
            return found.ToPage(isWhole: false);
        }
    }

    private static void Step(XmlReader reader, Found found)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            reader.Read();
            return;
        }

        switch (reader.LocalName)
        {
            case "item" or "entry":
                reader.Skip();
                found.Items++;
                break;
            case "pubDate":
                found.Published = ReadDay(PageXml.Text(reader));
                break;
            case "updated" or "lastBuildDate" when reader.Depth <= 2:
                found.Updated ??= ReadDay(PageXml.Text(reader));
                break;
            case "day" when Enum.TryParse<DayOfWeek>(PageXml.Text(reader), ignoreCase: true, out var day) && Enum.IsDefined(day):
                found.SkipDays.Add(day);
                break;
            case "day":
                break;
            default:
                reader.Read();
                break;
        }
    }

    // The day is the one the feed was written on, where it was written: "Sat, 01 Aug 2026 00:00:00 -0400" is 1 August.
    private static DateOnly? ReadDay(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? DateOnly.FromDateTime(at.DateTime) : null;

    private sealed class Found
    {
        public int Items { get; set; }

        public DateOnly? Published { get; set; }

        public DateOnly? Updated { get; set; }

        public List<DayOfWeek> SkipDays { get; } = [];

        public FeedPage ToPage(bool isWhole) => new(Items, Published ?? Updated, SkipDays, isWhole);
    }
}
