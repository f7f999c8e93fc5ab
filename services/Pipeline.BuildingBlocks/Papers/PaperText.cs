using System.Security.Cryptography;
using System.Text;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Normal forms of a paper's texts: what counts as the same title, and as the same content.</summary>
public static class PaperText
{
    /// <summary>Longest title kept, in UTF-16 code units.</summary>
    public const int MaxTitleLength = 2_000;

    /// <summary>Longest abstract kept, in UTF-16 code units.</summary>
    public const int MaxAbstractLength = 50_000;

    /// <summary>
    /// The content revision: a hash of what enrichment reads. White space is collapsed first, so that a re-wrapped
    /// abstract is no new revision; everything else counts.
    /// </summary>
    /// <returns>16 lower-case hexadecimal digits of a SHA-256.</returns>
    public static string Revision(string title, string @abstract)
    {
        var content = $"{CollapseWhiteSpace(title)}\n{CollapseWhiteSpace(@abstract)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8));
    }

    /// <summary>A key under which spellings of the same title meet: letters and digits only, lower case, Latin letters without accents.</summary>
    /// <returns>Null when the title has no letter or digit.</returns>
    public static string? TitleKey(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var letters = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
        {
            letters.AppendPlain(rune);
        }

        return letters.Length == 0
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters.ToString())).AsSpan(0, 12));
    }

    /// <summary>Turns every run of white space into one space and trims the ends.</summary>
    public static string CollapseWhiteSpace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd(' ');
    }
}
