using System.Buffers;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>Texts of papers that may carry markup of HTML, JATS or MathML: the words without it, entities decoded, scripts and styles left out.</summary>
/// <remarks>
/// Only tags of known names count, because in "where p&lt;q" the sign is an inequality. Takes one pass and builds no tree, since trees of
/// hostile HTML grow with the square of its length.
/// </remarks>
internal static class MarkupText
{
    // No abstract is so long; the rules of a paper reject it as it stands.
    private const int MaxLength = 1_000_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("<&");

    /// <summary>A title, on one line where its blocks are concerned.</summary>
    public static string? Title(string? text) => IsPlain(text) ? text : Read(text!, " ").ToString();

    /// <summary>An abstract, with an empty line between paragraphs, and without a heading that only says "Abstract".</summary>
    public static string? Abstract(string? text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var plain = Read(text!, "\n\n");
        return plain.HasBlocks ? WithoutHeading(Paragraphs(plain.ToString())) : plain.ToString();
    }

    /// <summary>Any text, each block on lines of its own; without white space at its ends.</summary>
    public static string Lines(string text) => IsPlain(text) ? text.Trim() : Read(text, "\n").ToString();

    private static bool IsPlain(string? text)
        => text is null || text.Length > MaxLength || !text.AsSpan().ContainsAny(Signs);

    private static PlainText Read(string text, string blockEnd)
    {
        var plain = new PlainText(blockEnd);
        for (var pieces = new MarkupPieces(text); pieces.TryRead(out var piece, out var kind);)
        {
            plain.Add(piece);
            plain.Tag(kind);
        }

        return plain;
    }

    private static List<string> Paragraphs(string text)
        => [.. text.Split("\n\n").Select(OneLine).Where(paragraph => paragraph.Length > 0)];

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string WithoutHeading(List<string> paragraphs)
        => string.Join("\n\n", paragraphs is [var first, _, ..] && IsHeading(first) ? paragraphs.Skip(1) : paragraphs);

    private static bool IsHeading(string paragraph)
        => paragraph.AsSpan().TrimEnd(":. ") is var words
            && (words.Equals("abstract", StringComparison.OrdinalIgnoreCase) || words.Equals("summary", StringComparison.OrdinalIgnoreCase));
}
