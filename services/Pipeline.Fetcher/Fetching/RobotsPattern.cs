using System.Globalization;
using System.Text;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Paths with <c>*</c> and a closing <c>$</c>, as rules of robots.txt write them (RFC 9309, 2.2.3). Pure.</summary>
internal static class RobotsPattern
{
    /// <summary>A path or pattern in the one form in which both are compared: only what needs it is escaped, in upper case.</summary>
    public static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (Escaped(bytes, i) is { } value)
            {
                Append(normal, value, IsUnreserved(value));
                i += 2;
            }
            else
            {
                Append(normal, bytes[i], bytes[i] is > 0x20 and < 0x7F);
            }
        }

        return normal.ToString();
    }

    /// <summary>Whether a path begins with what a pattern describes. Takes time in proportion to their lengths multiplied, at worst.</summary>
    public static bool Fits(string pattern, string path)
    {
        var closed = pattern.EndsWith('$');
        var parts = (closed ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        // The first place that fits leaves the most room for the rest.
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var last = closed && i == parts.Length - 1;
            var found = last
                ? (path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal) ? path.Length - parts[i].Length : -1)
                : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !closed || at == path.Length;
    }

    private static byte? Escaped(ReadOnlySpan<byte> bytes, int at)
        => bytes[at] == '%' && at + 2 < bytes.Length && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    // RFC 3986, section 2.3: escaped or not, they mean the same.
    private static bool IsUnreserved(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';

    private static void Append(StringBuilder normal, byte value, bool plain)
        => _ = plain ? normal.Append((char)value) : normal.Append('%').Append(Convert.ToHexString([value]));
}
