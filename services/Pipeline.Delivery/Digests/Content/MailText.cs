using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Texts of sources and people, made fit for mails. Pure and total.</summary>
internal static class MailText
{
    private const char ZeroWidthNonJoiner = '\u200c';
    private const char ZeroWidthJoiner = '\u200d';

    private static readonly Rune Ellipsis = new('…');
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// A text in one line: runs of white space are one space; controls, halves of pairs, and what turns the direction of writing or
    /// hides are left out. A longer one ends in an ellipsis.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">Most characters, counted as code points.</param>
    public static string OneLine(string text, int maxLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxLength * 2));
        var (length, gap) = (0, false);
        for (var i = 0; i < text.Length;)
        {
            var valid = Rune.TryGetRuneAt(text, i, out var rune);
            i += valid ? rune.Utf16SequenceLength : 1;
            if (valid && Rune.IsWhiteSpace(rune))
            {
                gap = length > 0;
            }
            else if (valid && IsShown(rune))
            {
                var needed = gap ? 2 : 1;
                if (length + needed > maxLength - 1 && HasMore(text, i, length + needed, maxLength))
                {
                    return line.Append(Ellipsis.ToString()).ToString();
                }

                line.Append(gap ? " " : "").Append(rune.ToString());
                (length, gap) = (length + needed, false);
            }
        }

        return line.ToString();
    }

    /// <summary>A text as HTML that shows it: nothing in it is markup.</summary>
    public static string Html(string text) => Encoder.Encode(text);

    /// <summary>A day for people.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>So many things.</summary>
    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    // Past the last place there is room for one more only when it is the last.
    private static bool HasMore(string text, int from, int length, int maxLength)
        => length > maxLength || text.AsSpan(from).EnumerateRunes().Any(static rune => !Rune.IsWhiteSpace(rune) && IsShown(rune));

    private static bool Any(this SpanRuneEnumerator runes, Func<Rune, bool> condition)
    {
        foreach (var rune in runes)
        {
            if (condition(rune))
            {
                return true;
            }
        }

        return false;
    }

    // Joiners shape words of some scripts and pictures; all else of its kind only deceives.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner,
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => false,
        _ => true,
    };
}
