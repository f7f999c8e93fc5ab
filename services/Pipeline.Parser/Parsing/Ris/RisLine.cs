namespace Pipeline.Parser.Parsing.Ris;

/// <summary>A line of a RIS file that begins a value: <c>TI  - A title</c>. Writers differ in the spaces around the dash.</summary>
internal static class RisLine
{
    private const int MaxSpaces = 3;

    /// <summary>Reads the tag and the value.</summary>
    /// <returns>False when the line goes on with the value above it.</returns>
    public static bool TryRead(string line, out string tag, out string value)
    {
        (tag, value) = ("", "");
        if (line.Length < 4 || !char.IsAsciiLetterUpper(line[0]) || !(char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1])))
        {
            return false;
        }

        var dash = 2;
        while (dash < line.Length && dash <= 1 + MaxSpaces && line[dash] == ' ')
        {
            dash++;
        }

        if (dash == 2 || dash == line.Length || line[dash] != '-' || (dash + 1 < line.Length && line[dash + 1] != ' '))
        {
            return false;
        }

        (tag, value) = (line[..2], line[(dash + 1)..].Trim());
        return true;
    }
}
