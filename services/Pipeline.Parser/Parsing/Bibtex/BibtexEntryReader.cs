using System.Buffers;
using System.Text;

namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>Reads one entry, from its <c>@</c> to its closing brace.</summary>
internal sealed class BibtexEntryReader
{
    private static readonly SearchValues<char> BalanceSigns = SearchValues.Create("\\{}\"");

    private readonly string _text;
    private readonly BibtexMacros _macros;
    private int _at = 1;

    private BibtexEntryReader(string text, BibtexMacros macros) => (_text, _macros) = (text, macros);

    /// <summary>Reads the type alone, in lower case.</summary>
    public static string TypeOf(string text) => new BibtexEntryReader(text, new BibtexMacros()).Word().ToLowerInvariant();

    /// <summary>Reads an entry. What does not fit the grammar is skipped up to the next comma.</summary>
    public static BibtexEntry Read(string text, BibtexMacros macros)
    {
        macros.Allow(text.Length);
        var reader = new BibtexEntryReader(text, macros);
        var type = reader.Word().ToLowerInvariant();
        reader.SkipSpace();
        reader._at++;
        return new BibtexEntry(type, reader.Fields());
    }

    // A key has no equals sign behind it, so it needs no rule of its own.
    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (_at < _text.Length)
        {
            SkipSpace();
            var name = Word();
            SkipSpace();
            if (name.Length > 0 && Peek() == '=')
            {
                _at++;
                fields.TryAdd(name, Value());
            }

            SkipToComma();
        }

        return fields;
    }

    private string Value()
    {
        var value = new StringBuilder();
        do
        {
            SkipSpace();
            value.Append(Peek() switch
            {
                '{' => Braced(),
                '"' => Quoted(),
                _ => _macros.Resolve(Word()),
            });
            SkipSpace();
        }
        while (Peek() == '#' && ++_at < _text.Length);
        return value.ToString();
    }

    private string Braced()
    {
        var start = ++_at;
        SkipBalanced('}');
        return Taken(start);
    }

    // A quotation mark inside braces is part of the text.
    private string Quoted()
    {
        var start = ++_at;
        SkipBalanced('"');
        return Taken(start);
    }

    private string Taken(int start)
    {
        var text = _text[start..Math.Min(_at, _text.Length)];
        _at++;
        return text;
    }

    private void SkipBalanced(char closing)
    {
        for (var depth = 0; _at < _text.Length; _at++)
        {
            if (_text.AsSpan(_at).IndexOfAny(BalanceSigns) is not (>= 0 and var next))
            {
                _at = _text.Length;
                return;
            }

            _at += next;
            var sign = _text[_at];
            if (sign == closing && depth == 0)
            {
                return;
            }

            _at += sign == '\\' && Escapes(closing) ? 1 : 0;
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            depth = Math.Max(depth, 0);
        }
    }

    // In quotes, \" is an accent or a mistake, never the end when a letter follows.
    private bool Escapes(char closing)
        => _at + 1 < _text.Length && (_text[_at + 1] is '{' or '}' or '\\'
            || (closing == '"' && _text[_at + 1] == '"' && _at + 2 < _text.Length && (char.IsLetter(_text[_at + 2]) || _text[_at + 2] is '{' or '\\')));

    private void SkipToComma()
    {
        for (var depth = 0; _at < _text.Length; _at++)
        {
            if (_text[_at] == ',' && depth == 0)
            {
                _at++;
                return;
            }

            depth = Math.Max(0, depth + (_text[_at] == '{' ? 1 : _text[_at] == '}' ? -1 : 0));
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('{' or '}' or '(' or ')' or ',' or '=' or '#' or '"'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';
}
