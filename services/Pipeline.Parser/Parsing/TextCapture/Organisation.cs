namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Knows organisations by their names, so that the line a card shows them in is not taken for a title.</summary>
internal static class Organisation
{
    private const int MostWords = 7;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "University", "Universität", "Université", "Universidad", "Università", "Institute", "Institut", "Laboratory", "Laboratories", "Labs",
        "College", "Academy", "Corporation", "Inc", "Inc.", "Ltd", "Ltd.", "GmbH", "Technologies",
    };

    /// <summary>Whether a line is short and has a word only organisations have.</summary>
    public static bool IsNamed(string line)
    {
        var words = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && !line.Contains(':', StringComparison.Ordinal) && words.Any(Words.Contains);
    }
}
