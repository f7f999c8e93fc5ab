using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Features as hashes, collected in a buffer of the caller. What does not fit is left out.</summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    /// <summary>A buffer of this size holds the features of any decision.</summary>
    public const int Most = 96;

    private const uint Offset = 2166136261;

    private readonly Span<uint> _buffer = buffer;
    private int _count;

    /// <summary>The features, in order.</summary>
    public readonly ReadOnlySpan<uint> Items => _buffer[.._count];

    /// <summary>Adds the feature that a template has these values.</summary>
    public void Add(int template, uint a = 0, uint b = 0)
    {
        if (_count < _buffer.Length)
        {
            _buffer[_count++] = Mix(Mix(Mix(Offset, (uint)template), a), b);
        }
    }

    /// <summary>Hash of a token's text, whatever its case; numbers by their form, 0 for a place outside.</summary>
    public static uint Word(TokenView view, int at)
    {
        if (view.HashOf(at) is > 0 and var hash)
        {
            return hash;
        }

        var text = view.Of(at);
        if (view.Is(at, TokenKind.Number))
        {
            return Mix(text.Contains('.') ? 3u : 2u, (uint)Math.Min(text.Length, 6));
        }

        return text.IsEmpty ? 0 : Text(text);
    }

    /// <summary>Hash of tokens from and up to.</summary>
    public static uint Words(TokenView view, int first, int next)
    {
        var hash = 1u;
        for (var i = first; i < next; i++)
        {
            hash = Mix(hash, Word(view, i));
        }

        return hash;
    }

    /// <summary>Hash of a text, whatever its case.</summary>
    public static uint Text(ReadOnlySpan<char> text) => WordHash.Of(text);

    /// <summary>Hash of a unit; 0 for none.</summary>
    public static uint Unit(string? unit) => unit is null ? 0 : Text(unit);

    private static uint Mix(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x9E3779B1;
        return hash ^ (hash >> 15);
    }
}
