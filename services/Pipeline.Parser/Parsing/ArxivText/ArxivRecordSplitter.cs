namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>Cuts lines into entries.</summary>
/// <remarks>
/// An entry is a header and an abstract between lines of two backslashes; the abstract may be missing. A line of dashes
/// ends whatever is open, so that a missing mark costs one entry and not those behind it; so does the name of another
/// paper directly behind a mark.
/// </remarks>
internal sealed class ArxivRecordSplitter
{
    /// <summary>Longest entry held, in UTF-16 code units; the longest lists of authors have a few hundred thousand.</summary>
    public const int MaxLength = 1_000_000;

    private List<string> _header = [];
    private List<string> _abstract = [];
    private Part _part;
    private int _line;
    private int _length;

    private enum Part
    {
        Between,
        Header,
        Abstract,
    }

    /// <summary>Adds the next line, without its end.</summary>
    /// <returns>The entry that this line ends; null when it ends none.</returns>
    public ArxivRecord? Add(int number, string line)
    {
        var trimmed = line.TrimEnd();
        if (ArxivLine.IsSeparator(trimmed) || ArxivLine.IsEnd(trimmed))
        {
            return Close(Part.Between, number);
        }

        if (ArxivLine.IsMark(trimmed))
        {
            return _part switch
            {
                Part.Between => Close(Part.Header, number + 1),
                Part.Header => Move(Part.Abstract),
                _ => Close(Part.Between, number),
            };
        }

        var begins = ArxivLine.IsPaper(trimmed) && (_part == Part.Between || (_part == Part.Abstract && _abstract.Count == 0));
        var ended = begins ? Close(Part.Header, number) : null;
        Keep(trimmed);
        return ended;
    }

    /// <summary>Ends the file.</summary>
    /// <returns>The entry that was open, cut off unless it stops behind its header; null when none was.</returns>
    public ArxivRecord? End()
    {
        var isCutOff = _part == Part.Header || _abstract.Count > 0;
        return Close(Part.Between, 0) is { } last ? last with { IsCutOff = isCutOff } : null;
    }

    private ArxivRecord? Move(Part part)
    {
        _part = part;
        return null;
    }

    private void Keep(string line)
    {
        if (_part == Part.Between)
        {
            return;
        }

        _length += line.Length + 1;
        if (_length <= MaxLength)
        {
            (_part == Part.Header ? _header : _abstract).Add(line);
        }
    }

    private ArxivRecord? Close(Part next, int line)
    {
        var hasFields = _header.Exists(field => field.Length > 0);
        var record = _part == Part.Between || !hasFields ? null : new ArxivRecord(_line, _header, _abstract) { IsTooLong = _length > MaxLength };
        (_header, _abstract, _length) = ([], [], 0);
        (_part, _line) = (next, line);
        return record;
    }
}
