using System.Buffers;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Decides by the beginning of a text whether it is a captured listing at all.</summary>
/// <remarks>
/// The page's own banners decide when there are cards under them. Without a banner at least half of what was found must be
/// cards, and most of these must be plausible: a title that is no code or field, over an abstract in the words of research.
/// </remarks>
internal static class CaptureEvidence
{
    private const int CueWordsNeeded = 2;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly HashSet<string> CueWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "we", "our", "propose", "proposed", "present", "paper", "study", "results", "method", "methods", "approach", "model", "models",
        "experiments", "experimental", "dataset", "datasets", "data", "analysis", "algorithm", "performance", "evaluate", "evaluation", "framework",
        "theorem", "prove", "novel", "empirical", "investigate", "demonstrate", "benchmark", "survey", "learning",
    };

    /// <summary>Weighs the first lines.</summary>
    public static FormatMatch Weigh(ListingHead head)
    {
        var parser = new CaptureParser();
        var lines = new LineSplitter(ByteWindow.Over(head), ListingHead.MaxBytes);
        while (lines.TryRead(out var line))
        {
            parser.Add(line.Number, LooseText.Decode(line.Bytes.Span));
        }

        if (head.IsWhole)
        {
            parser.End();
        }

        return Weigh(parser);
    }

    private static FormatMatch Weigh(CaptureParser parser)
    {
        var (cards, plausible, loose) = (0, 0, 0);
        while (parser.TryTake(out var item))
        {
            var card = item as CaptureItem.Card;
            cards += card is null ? 0 : 1;
            plausible += card is not null && IsPlausible(card) ? 1 : 0;
            loose += card is null ? 1 : 0;
        }

        var found = $"{cards} titles with an abstract, {loose} other texts, {parser.Banners} page banners";
        return parser.Banners switch
        {
            >= 2 when cards == 0 => new FormatMatch(0.5, found),
            >= 1 when cards * 3 >= loose && cards > 0 => new FormatMatch(0.8, found),
            _ when cards >= loose && plausible * 3 >= cards * 2 && plausible > 0 => new FormatMatch(0.3, found),
            _ => FormatMatch.None(found),
        };
    }

    private static bool IsPlausible(CaptureItem.Card card)
        => IsPlain(card.Title)
            && IsPlain(card.Abstract)
            && card.Abstract.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('.', ',', ';', ':', '(', ')').ToLowerInvariant())
                .Where(CueWords.Contains).Distinct().Count() >= CueWordsNeeded;

    // Code, tables and exports with a field a line begin or end otherwise.
    private static bool IsPlain(string text)
        => text.Length > 0
            && (char.IsLetterOrDigit(text[0]) || text[0] is '"' or '“' or '$' or '(' or '\'')
            && text[^1] is not ('{' or '}' or ';' or ',' or '=')
            && !text.Contains('\t', StringComparison.Ordinal)
            && !IsField(text);

    // "TI  - A title", "title = {A title}".
    private static bool IsField(string text)
    {
        var word = text.AsSpan().IndexOfAnyExcept(NameCharacters);
        var rest = word > 0 ? text.AsSpan(word).TrimStart() : default;
        return rest.StartsWith("=") || (rest.StartsWith("- ") && text.AsSpan(word).StartsWith("  "));
    }
}
