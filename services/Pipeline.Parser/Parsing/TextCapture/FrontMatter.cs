namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>The fields between two lines of three dashes that tools write above a page they save as Markdown.</summary>
internal sealed class FrontMatter
{
    private const int MostLines = 50;

    private bool _isOpen;

    /// <summary>Takes a line that belongs to the fields. They end at the second line of dashes, or at a line that is no field.</summary>
    public bool Takes(int number, string line)
    {
        var isDashes = line.TrimEnd() == "---";
        if (number == 1)
        {
            return _isOpen = isDashes;
        }

        var taken = _isOpen && number <= MostLines && (isDashes || IsField(line));
        _isOpen = taken && !isDashes;
        return taken;
    }

    private static bool IsField(string line)
    {
        var name = line.AsSpan(0, Math.Max(0, line.IndexOf(':', StringComparison.Ordinal)));
        return name.Length > 0 && name.IndexOfAnyExceptInRange('a', 'z') is var end && (end < 0 || name[end..].IndexOfAny(' ', '\t') < 0);
    }
}
