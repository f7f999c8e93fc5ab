using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Makes JSON readable whose strings are not well-formed: such strings throw late, when they are asked for.</summary>
internal static class WellFormedJson
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>Turns invalid UTF-8 and escaped lone surrogates into U+FFFD; leaves everything else as it is.</summary>
    /// <returns>The bytes themselves when there was nothing to do.</returns>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        var valid = Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        byte[]? repaired = null;
        for (var i = FindEscape(valid.Span, 0); i >= 0;)
        {
            var length = LengthAt(valid.Span[i..], out var isLone);
            if (isLone)
            {
                repaired ??= valid.ToArray();
                @"\ufffd"u8.CopyTo(repaired.AsSpan(i));
            }

            i = FindEscape(valid.Span, i + length);
        }

        return repaired ?? valid;
    }

    private static int FindEscape(ReadOnlySpan<byte> json, int from)
        => from < json.Length && json[from..].IndexOf((byte)'\\') is >= 0 and var at ? from + at : -1;

    // Length of the escape at the front, a surrogate pair taken as one.
    private static int LengthAt(ReadOnlySpan<byte> escape, out bool isLone)
    {
        isLone = false;
        if (!TryReadUnit(escape, out var unit))
        {
            return 2;
        }

        if (char.IsHighSurrogate(unit) && TryReadUnit(escape[EscapeLength..], out var next) && char.IsLowSurrogate(next))
        {
            return 2 * EscapeLength;
        }

        isLone = char.IsSurrogate(unit);
        return EscapeLength;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        var read = escape.StartsWith(@"\u"u8) && escape.Length >= EscapeLength
            && ushort.TryParse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                ? value
                : (ushort?)null;
        unit = (char)(read ?? 0);
        return read is not null;
    }
}
