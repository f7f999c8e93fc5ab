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
/// <param name="shape">Where the lists stand, and what is wanted beside them.</param>
internal sealed class JsonFrame(JsonListShape shape)
{
    private readonly byte[][][] _paths = [.. shape.Lists.Select(path => path.Split('.').Select(Encoding.UTF8.GetBytes).ToArray())];

    // Of each path, how many names the objects around the current place have matched.
    private readonly int[] _matched = new int[shape.Lists.Count];
    private readonly bool[] _isNext = new bool[shape.Lists.Count];

    private JsonReaderState _state;
    private bool _isAside;

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
        if (_isAside && reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false })
        {
            shape.Aside!.Tell(Encoding.UTF8.GetString(reader.ValueSpan));
        }

        _isAside = false;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _isAside = shape.Aside is { } aside && reader.CurrentDepth == 1 && !reader.ValueIsEscaped && reader.ValueTextEquals(aside.Name);
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
