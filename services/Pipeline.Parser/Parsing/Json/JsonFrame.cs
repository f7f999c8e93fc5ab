using System.Text;
using System.Text.Json;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Where a walk through an object stands.</summary>
internal enum FrameStep
{
    /// <summary>The bytes end inside the object.</summary>
    NeedsMore,

    /// <summary>The first bracket of a wanted list was read.</summary>
    List,

    /// <summary>The last bracket of the object was read.</summary>
    End,

    /// <summary>What follows is no JSON, or is nested deeper than 64 levels.</summary>
    Fault,
}

/// <summary>Walks through the fields of an object up to the lists in it, holding one field at most.</summary>
/// <param name="lists">Names that lead to a list, joined by dots.</param>
internal sealed class JsonFrame(IReadOnlyList<string> lists)
{
    private readonly byte[][][] _paths = [.. lists.Select(path => path.Split('.').Select(Encoding.UTF8.GetBytes).ToArray())];

    // Of each path, how many names the objects around the current place have matched.
    private readonly int[] _matched = new int[lists.Count];
    private readonly bool[] _isNext = new bool[lists.Count];

    private JsonReaderState _state;

    /// <summary>Walks on.</summary>
    /// <param name="bytes">What follows the bytes walked before.</param>
    /// <param name="walked">How many of them were walked.</param>
    public FrameStep Advance(ReadOnlySpan<byte> bytes, out int walked)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, _state);
        var step = FrameStep.NeedsMore;
        try
        {
            while (step == FrameStep.NeedsMore && reader.Read())
            {
                step = Follow(ref reader);
            }
        }
        catch (JsonException)
        {
            step = FrameStep.Fault;
        }

        (walked, _state) = ((int)reader.BytesConsumed, reader.CurrentState);
        return step;
    }

    /// <summary>Tells that the list last met has been read up to and with its last bracket.</summary>
    public void CloseList()
    {
        var reader = new Utf8JsonReader("]"u8, isFinalBlock: false, _state);
        reader.Read();
        _state = reader.CurrentState;
    }

    private FrameStep Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                LookAtName(ref reader);
                return FrameStep.NeedsMore;
            case JsonTokenType.StartObject:
                Enter(reader.CurrentDepth);
                break;
            case JsonTokenType.EndObject:
                Leave(reader.CurrentDepth);
                return reader.CurrentDepth == 0 ? FrameStep.End : FrameStep.NeedsMore;
            case JsonTokenType.StartArray when IsWanted(reader.CurrentDepth):
                Array.Clear(_isNext);
                return FrameStep.List;
        }

        Array.Clear(_isNext);
        return FrameStep.NeedsMore;
    }

    private void LookAtName(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _paths.Length; i++)
        {
            var depth = reader.CurrentDepth;
            _isNext[i] = depth <= _paths[i].Length && _matched[i] == depth - 1
                && !reader.ValueIsEscaped && reader.ValueTextEquals(_paths[i][depth - 1]);
        }
    }

    private void Enter(int depth)
    {
        for (var i = 0; i < _paths.Length; i++)
        {
            _matched[i] = _isNext[i] ? depth : _matched[i];
        }
    }

    private void Leave(int depth)
    {
        for (var i = 0; i < _paths.Length; i++)
        {
            _matched[i] = _matched[i] == depth ? Math.Max(depth - 1, 0) : _matched[i];
        }
    }

    private bool IsWanted(int depth)
    {
        for (var i = 0; i < _paths.Length; i++)
        {
            if (_isNext[i] && _paths[i].Length == depth)
            {
                return true;
            }
        }

        return false;
    }
}
