using System.Text;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Paths with <c>*</c> and a closing <c>$</c>, as rules of robots.txt write them (RFC 9309, 2.2.3). Pure.</summary>
internal static class RobotsPattern
{
    /// <summary>A path or pattern in the one form in which both are compared: escapes in upper case, letters beyond ASCII escaped.</summary>
    public static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            if (value is > 0x20 and < 0x7F)
            {
                normal.Append((char)value);
            }
            else
            {
                normal.Append('%').Append(Convert.ToHexString([value]));
            }
        }

        for (var i = 0; i + 2 < normal.Length; i++)
        {
            if (normal[i] == '%')
            {
                normal[i + 1] = char.ToUpperInvariant(normal[i + 1]);
                normal[i + 2] = char.ToUpperInvariant(normal[i + 2]);
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
}
