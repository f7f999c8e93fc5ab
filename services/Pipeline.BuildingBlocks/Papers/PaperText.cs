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
    /// The content revision: a hash of what enrichment reads, to the letter, because spans count in exactly this text.
    /// A text that comes re-wrapped is no new revision all the same: it does not replace the stored one, see <see cref="IsReWrapped"/>.
    /// </summary>
    /// <returns>16 lower-case hexadecimal digits of a SHA-256.</returns>
    public static string Revision(string title, string @abstract)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{@abstract}")).AsSpan(0, 8));

    /// <summary>Whether two texts differ in nothing but white space between their words and around them.</summary>
    public static bool IsReWrapped(string left, string right)
        => string.Equals(left, right, StringComparison.Ordinal)
            || string.Equals(CollapseWhiteSpace(left), CollapseWhiteSpace(right), StringComparison.Ordinal);

    /// <summary>
    /// A key under which spellings of the same title meet: letters and digits only, lower case, Latin letters without
    /// accents, LaTeX read as what it prints.
    /// </summary>
    /// <returns>Null when the title has no letter or digit.</returns>
    public static string? TitleKey(string title)
    {
        var letters = TitleLetters.Of(title);
        return letters.Length == 0
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)).AsSpan(0, 12));
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
