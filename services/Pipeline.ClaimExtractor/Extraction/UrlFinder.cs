using System.Buffers;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Finds web addresses in a text.</summary>
internal static class UrlFinder
{
    // Abstracts name some hosts without a scheme.
    private static readonly string[] Openings =
    [
        "https://", "http://", "ftp://", "www.", "github.com/", "gitlab.com/", "huggingface.co/", "doi.org/", "arxiv.org/", "bit.ly/", "zenodo.org/",
    ];

    private static readonly SearchValues<string> AnyOpening = SearchValues.Create(Openings, StringComparison.OrdinalIgnoreCase);

    // Never part of an address.
    private static readonly SearchValues<char> Outside = SearchValues.Create("<>。！？\"“”{}|\\^`");

    /// <summary>Addresses in order; punctuation that ends the sentence or closes an outer bracket is not part of one.</summary>
    public static List<Quote> Find(string text)
    {
        var found = new List<Quote>();
        for (var i = NextOpening(text, 0); i < text.Length; i = NextOpening(text, i))
        {
            var opening = OpeningLength(text, i);
            if (opening == 0)
            {
                i++;
                continue;
            }

            var end = Trim(text, i, ScanEnd(text, i));
            if (end > i + opening)
            {
                found.Add(Quote.From(text, new(i, end)));
            }

            i = Math.Max(end, i + opening);
        }

        return found;
    }

    private static int NextOpening(string text, int from)
    {
        var offset = text.AsSpan(from).IndexOfAny(AnyOpening);
        return offset < 0 ? text.Length : from + offset;
    }

    private static int OpeningLength(string text, int i)
    {
        if (text[i] is not ('h' or 'H' or 'f' or 'w' or 'W' or 'g' or 'd' or 'a' or 'b' or 'z') || (i > 0 && IsHostCharacter(text[i - 1])))
        {
            return 0;
        }

        foreach (var opening in Openings)
        {
            if (text.AsSpan(i).StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return opening.Length;
            }
        }

        return 0;
    }

    private static bool IsHostCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or '/';

    private static int ScanEnd(string text, int i)
    {
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && !char.IsSurrogate(text[i]) && !Outside.Contains(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int Trim(string text, int start, int end)
    {
        var open = 0;
        var close = 0;
        for (var i = start; i < end; i++)
        {
            open += text[i] is '(' or '[' ? 1 : 0;
            close += text[i] is ')' or ']' ? 1 : 0;
        }

        while (end > start)
        {
            var last = text[end - 1];
            if (last is ')' or ']' && close > open)
            {
                close--;
            }
            else if (last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*'))
            {
                break;
            }

            end--;
        }

        return end;
    }
}
