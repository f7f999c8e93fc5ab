using System.Buffers;
using System.Text.RegularExpressions;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Arxiv;

/// <summary>Tells by arXiv's own words that a paper has been withdrawn (https://info.arxiv.org/help/withdraw.html).</summary>
internal static partial class ArxivNotice
{
    // Most texts say nothing of the kind, and this finds it out many times faster than a comparison without case.
    private static readonly SearchValues<string> Hints = SearchValues.Create(["withdrawn"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The state that a comment and an abstract give: withdrawn only where one of them says so in a sentence of its own.</summary>
    public static PaperState StateOf(string? comment, string? text)
        => Says(comment) || Says(text) ? PaperState.Withdrawn : PaperState.Active;

    private static bool Says(string? text)
        => text is { Length: <= PaperText.MaxAbstractLength } && text.AsSpan().ContainsAny(Hints) && Withdrawn.IsMatch(text);

    // A paper withdrawn from a journal stands, and one that quotes the notice is about it.
    [GeneratedRegex(
        @"(?:^\s*|[.!?;]\s+)This\s+(?:arXiv\s+)?(?:paper|submission|article|manuscript|preprint)\s+(?:has\s+been|was|is)\s+(?:now\s+)?withdrawn\b" +
        @"(?!\s+(?:from(?!\s+(?:the\s+)?arXiv)|before|prior|when|if|or)\b)" +
        @"|^\s*The\s+(?:paper|submission|article|manuscript)\s+has\s+been\s+withdrawn\s+by\s+(?:the\s+|its\s+)?(?:author|arXiv)" +
        @"|^\s*(?:paper\s+|article\s+)?withdrawn(?:\s+by\s+(?:the\s+)?authors?)?\s*(?:$|[.,;:])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawn { get; }
}
