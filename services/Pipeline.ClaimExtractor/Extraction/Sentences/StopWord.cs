namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>The word before a full stop, and whether the stop belongs to it or to the sentence.</summary>
internal readonly ref struct StopWord
{
    // Longest stretch that is looked at to recognise an abbreviation.
    private const int Longest = 12;

    private readonly string _text;
    private readonly int _start;
    private readonly int _from;
    private readonly ReadOnlySpan<char> _word;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">The full stop.</param>
    public StopWord(string text, int start, int stop)
    {
        _text = text;
        _start = start;
        _from = stop;
        while (_from > start && stop - _from < Longest && (char.IsLetterOrDigit(text[_from - 1]) || text[_from - 1] == '.'))
        {
            _from--;
        }

        _word = text.AsSpan(_from, stop - _from);
    }

    /// <summary>Whether it is a word of at least so many lower-case letters that is no known abbreviation.</summary>
    public bool IsPlain(int letters)
    {
        if (_word.Length < letters || Is(Abbreviations.Either) || Is(Abbreviations.Inside))
        {
            return false;
        }

        foreach (var c in _word[^letters..])
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the stop ends the sentence, seen what follows.</summary>
    /// <param name="next">What follows the stop and white space.</param>
    public bool Ends(int next)
    {
        if (_word.Length == 0)
        {
            return true;
        }

        if (IsListMark() || Is(Abbreviations.Inside) || (char.IsAsciiDigit(_text[next]) && (Is(Abbreviations.BeforeNumber) || IsTornNumber(next))))
        {
            return false;
        }

        return !(IsInitials() || Is(Abbreviations.Either)) || Starters.BeginAt(_text, next);
    }

    // In capitals it is an acronym: "VS" is no "vs".
    private bool Is(WordSet abbreviations)
        => !(_word.Length > 1 && char.IsUpper(_word[0]) && char.IsUpper(_word[1])) && abbreviations.Contains(_word);

    // "1. Kites fly", "we show: i. Kites fly; ii. They fall".
    private bool IsListMark()
    {
        if (_word.Length > 3 || !IsListNumber())
        {
            return false;
        }

        return _from == _start || (_from - 2 >= _start && _text[_from - 1] == ' ' && _text[_from - 2] is ':' or ';');
    }

    // "of 82. 5% in all": a decimal point with white space behind it.
    private bool IsTornNumber(int next)
    {
        foreach (var c in _word)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        var end = next;
        while (end < _text.Length && end - next < 3 && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        return _word.Length <= 3 && (_text.AsSpan(end).StartsWith('%') || _text.AsSpan(end).StartsWith("\\%", StringComparison.Ordinal));
    }

    private bool IsListNumber()
    {
        var digits = 0;
        var romans = 0;
        foreach (var c in _word)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            romans += c is 'i' or 'v' or 'x' ? 1 : 0;
        }

        return (digits == _word.Length && digits <= 2) || romans == _word.Length || (_word.Length == 1 && char.IsAsciiLetterLower(_word[0]));
    }

    // "J. Smith", "J.-P. Smith", "C.X. Smith", but "105 K. We": a letter behind a number is a unit, and "I/O. We".
    private bool IsInitials()
    {
        for (var i = 0; i < _word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsUpper(_word[i]) : _word[i] != '.')
            {
                return false;
            }
        }

        return _word.Length % 2 == 1 && (_from == _start || StandsAlone(_text[_from - 1]));
    }

    private bool StandsAlone(char before) => before switch
    {
        ' ' => _word.Length > 1 || !IsMeasure(_from - 2),
        '-' => _from - 2 >= _start && _text[_from - 2] == '.',
        _ => char.IsWhiteSpace(before) || before is '(' or '[' or '"' or '“' or '\'' or '‘' or '~' or '&',
    };

    // Whether a number that is no year ends at this place.
    private bool IsMeasure(int last)
    {
        if (last < _start || !char.IsAsciiDigit(_text[last]))
        {
            return false;
        }

        var isYear = last - 3 >= _start && _text[last - 3] is '1' or '2' && char.IsAsciiDigit(_text[last - 2]) && char.IsAsciiDigit(_text[last - 1])
            && (last - 4 < _start || !(char.IsAsciiDigit(_text[last - 4]) || _text[last - 4] is '.' or ','));
        return !isYear;
    }
}
