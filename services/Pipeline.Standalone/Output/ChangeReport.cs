using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Standalone.Output;

/// <summary>Entries of the change log: one plain line each, or the events as they were published, one a line.</summary>
internal sealed class ChangeReport(bool json)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>Writes a page at once, so that whoever follows sees it.</summary>
    public void Write(ChangePage page)
    {
        if (json)
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            foreach (var change in page.Changes)
            {
                output.Write(change.Json.Span);
                output.Write(LineEnd);
            }

            return;
        }

        // Not through the screen, which would break a line in two where it ends.
        foreach (var change in page.Changes)
        {
            Console.Out.WriteLine(Line(change));
        }
    }

    /// <summary>An entry as one line: <c>42  2026-03-02 08:02  enriched  arxiv:2409.12345  A title  [cs.LG stat.ML]</c>.</summary>
    internal static string Line(Change change)
        => Screen.Safe(string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Sequence,8}  {change.At.UtcDateTime:yyyy-MM-dd HH:mm}  {change.Kind.Word(),-9}  {change.PaperId}  {Title(change)}  [{string.Join(' ', change.Topics)}]"));

    private static string Title(Change change)
    {
        using var document = JsonDocument.Parse(change.Json);
        return document.RootElement.GetProperty("data").GetProperty("title").GetString() ?? "";
    }
}
