using System.Text;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Goes through JSON once and notes what stands where. Brackets and strings are trusted, nothing else is checked.</summary>
internal ref struct JsonOutlineScan(ReadOnlySpan<byte> json)
{
    private const int MaxDepth = 8;
    private const int MaxPath = 200;
    private const int MaxPlaces = 4_000;

    private readonly ReadOnlySpan<byte> _json = json;
    private readonly char[] _path = new char[MaxPath];
    private readonly int[] _ends = new int[MaxDepth];
    private readonly bool[] _isList = new bool[MaxDepth];
    private int _at;
    private int _depth;
    private bool _expectsName;
    private Range _name;

    /// <summary>Kinds seen by place, with the bytes of the first string.</summary>
    public Dictionary<string, (JsonKinds Kinds, int At, int Length)> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether something stands behind the end of the first value.</summary>
    public bool IsFollowed { get; private set; }

    /// <summary>Whether the first value is a list or object that ends.</summary>
    public bool IsEnded { get; private set; }

    public void Run()
    {
        while (_at < _json.Length)
        {
            var sign = _json[_at];
            var isInside = _depth > 0;
            Step(sign);
            if (isInside && _depth == 0)
            {
                IsEnded = true;
                IsFollowed = !_json[_at..].TrimStart(" \t\r\n"u8).IsEmpty;
                return;
            }

            // A number or word alone is no list of papers.
            if (_depth == 0 && sign is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return;
            }
        }
    }

    private void Step(byte sign)
    {
        switch (sign)
        {
            case (byte)'{' or (byte)'[':
                Note(sign == '{' ? JsonKinds.Object : JsonKinds.List, 1);
                Push(sign == '[');
                _at++;
                break;
            case (byte)'}' or (byte)']':
                _depth = Math.Max(_depth - 1, 0);
                _expectsName = false;
                _at++;
                break;
            case (byte)'"':
                TakeString();
                break;
            case (byte)',':
                _expectsName = _depth is > 0 and <= MaxDepth && !_isList[_depth - 1];
                _at++;
                break;
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)':':
                _at++;
                break;
            default:
                TakeWord();
                break;
        }
    }

    private void Push(bool isList)
    {
        if (_depth < MaxDepth)
        {
            _isList[_depth] = isList;
        }

        _depth++;
        _expectsName = !isList;
    }

    private void TakeString()
    {
        var end = _at + 1;
        while (end < _json.Length && _json[end] != '"')
        {
            var next = _json[end..].IndexOfAny((byte)'"', (byte)'\\');
            end = next < 0 ? _json.Length : _json[end + next] == '"' ? end + next : end + next + 2;
        }

        end = Math.Min(end, _json.Length);
        if (_expectsName)
        {
            (_name, _expectsName) = ((_at + 1)..end, false);
        }
        else
        {
            Note(JsonKinds.Text, Math.Min(end + 1, _json.Length) - _at);
        }

        _at = Math.Min(end + 1, _json.Length);
    }

    private void TakeWord()
    {
        Note(_json[_at] == 'n' ? JsonKinds.Null : JsonKinds.Number, 1);
        var length = _json[_at..].IndexOfAny(",]}\""u8);
        _at = length < 0 ? _json.Length : _at + Math.Max(length, 1);
    }

    // The place of a value is that of what holds it, and its name or "[]".
    private void Note(JsonKinds kind, int length)
    {
        if (_depth > MaxDepth - 1 || !TryGetPlace(out var end))
        {
            return;
        }

        _ends[_depth] = end;
        var places = Places.GetAlternateLookup<ReadOnlySpan<char>>();
        var place = _path.AsSpan(0, end);
        if (places.TryGetValue(place, out var seen))
        {
            places[place] = (seen.Kinds & JsonKinds.Text) == 0 && kind == JsonKinds.Text ? (seen.Kinds | kind, _at, length) : (seen.Kinds | kind, seen.At, seen.Length);
        }
        else if (Places.Count < MaxPlaces)
        {
            places[place] = (kind, _at, length);
        }
    }

    private readonly bool TryGetPlace(out int end)
    {
        end = _depth == 0 ? 0 : _ends[_depth - 1];
        if (_depth == 0)
        {
            return true;
        }

        var isList = _isList[_depth - 1];
        var name = isList ? default : _json[_name];
        if (end < 0 || end + name.Length + 2 > MaxPath)
        {
            _ends[_depth] = -1;
            return false;
        }

        if (isList)
        {
            "[]".CopyTo(_path.AsSpan(end));
            end += 2;
            return true;
        }

        if (end > 0)
        {
            _path[end++] = '.';
        }

        end += Encoding.Latin1.GetChars(name, _path.AsSpan(end));
        return true;
    }
}
