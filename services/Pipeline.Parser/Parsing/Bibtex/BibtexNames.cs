using Pipeline.Parser.Parsing.Tex;

namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>Names of people as BibTeX lists them: <c>Last, First and von Last, Jr, First and others</c>.</summary>
internal static class BibtexNames
{
    /// <summary>The names, first name first, in the order of the paper.</summary>
    public static IEnumerable<string> Read(string? field)
        => field is null ? [] : Split(field).Select(Printed).Where(name => name.Length > 0);

    // "and" inside braces belongs to a name: {Barnes and Noble}.
    private static IEnumerable<string> Split(string field)
    {
        var words = field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (name, depth) = (new List<string>(), 0);
        foreach (var word in words)
        {
            if (depth == 0 && word.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                yield return string.Join(' ', name);
                name.Clear();
                continue;
            }

            name.Add(word);
            depth = Math.Max(0, depth + word.AsSpan().Count('{') - word.AsSpan().Count('}'));
        }

        yield return string.Join(' ', name);
    }

    private static string Printed(string name)
    {
        if (name.Equals("others", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        var isWhole = name is ['{', .., '}'] && name.AsSpan().Count('{') == 1;
        var parts = isWhole ? [name] : name.Split(',', StringSplitOptions.TrimEntries);
        return TexText.Plain(parts switch
        {
            [var last, var first] => $"{first} {last}",
            [var last, var junior, var first, ..] => $"{first} {last} {junior}",
            _ => name,
        }).Trim();
    }
}
