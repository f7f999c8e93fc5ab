using System.Text;
using Pipeline.Parser.Parsing.Tex;

namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>Names of authors as arXiv lists them: <c>A. Author (Some University), B. Writer and C. Third, Jr.</c></summary>
internal static class ArxivAuthors
{
    private static readonly string[] Suffixes = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

    /// <summary>The names, without affiliations, in the order of the paper.</summary>
    public static IReadOnlyList<string> Read(string? field)
    {
        var names = new List<string>();
        foreach (var piece in Split(WithoutAffiliations(TexText.Accented(field ?? ""))))
        {
            if (names.Count > 0 && Suffixes.Contains(piece))
            {
                names[^1] += " " + piece;
            }
            else if (piece.Length > 0)
            {
                names.Add(piece);
            }
        }

        return names;
    }

    // A collaboration ends with a colon where its members follow.
    private static IEnumerable<string> Split(string names)
        => names.Replace(" and ", ",", StringComparison.Ordinal).Replace(": ", ",", StringComparison.Ordinal)
            .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.StartsWith("and ", StringComparison.Ordinal) ? name[4..].Trim() : name.TrimEnd(':'));

    private static string WithoutAffiliations(string field)
    {
        var (names, depth) = (new StringBuilder(field.Length), 0);
        foreach (var sign in field)
        {
            depth += sign == '(' ? 1 : 0;
            names.Append(depth == 0 ? sign.ToString() : "");
            depth = sign == ')' ? Math.Max(0, depth - 1) : depth;
        }

        return names.ToString();
    }
}
