using System.Buffers;
using System.Globalization;

namespace Pipeline.Standalone.Output;

/// <summary>Writes one row of RFC 4180: cells after one another, then the end of the row.</summary>
/// <remarks>Numbers are written as numbers, whatever the machine's language. Text is never taken for a formula, see <see cref="Text"/>.</remarks>
internal sealed class CsvRow(TextWriter writer)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n");

    private bool _started;

    /// <summary>Writes text from outside; an apostrophe in front keeps a spreadsheet from running what looks like a formula.</summary>
    public CsvRow Text(string? text)
        => Cell(text is { Length: > 0 } && FormulaStarts.Contains(text[0]) ? $"'{text}" : text ?? "");

    /// <summary>Writes a number; empty for none.</summary>
    public CsvRow Number(double? number) => Cell(number?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Writes numbers, with spaces between them.</summary>
    public CsvRow Numbers(IReadOnlyList<double> numbers)
        => Cell(string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));

    /// <summary>Writes cells that stay empty.</summary>
    public CsvRow Nothing(int cells)
    {
        for (var i = 0; i < cells; i++)
        {
            Cell("");
        }

        return this;
    }

    public void End()
    {
        writer.Write("\r\n");
        _started = false;
    }

    private CsvRow Cell(string text)
    {
        if (_started)
        {
            writer.Write(',');
        }

        _started = true;
        if (text.AsSpan().ContainsAny(Quoted))
        {
            writer.Write('"');
            writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }
        else
        {
            writer.Write(text);
        }

        return this;
    }
}
