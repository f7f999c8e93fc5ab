namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Words of a text and where they stand in it.</summary>
public sealed record Quote
{
    /// <summary>First UTF-16 code unit.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The words, exactly as they stand there.</summary>
    public required string Text { get; init; }

    /// <summary>Cuts a quote out of a text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public static Quote From(string text, TextSpan span)
        => new() { Start = span.Start, End = span.End, Text = span.Of(text) };
}
