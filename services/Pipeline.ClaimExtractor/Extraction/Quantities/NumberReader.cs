using System.Globalization;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>A number at a place.</summary>
/// <param name="First">Its first token, a sign included.</param>
/// <param name="Next">One past its last token.</param>
/// <param name="Value">The value, magnitude applied.</param>
/// <param name="Decimal">It is written with a decimal point.</param>
/// <param name="Spelled">It is written as a word.</param>
/// <param name="Scaled">It has a magnitude such as <c>K</c> or <c>million</c>, or a power of ten.</param>
internal readonly record struct Number(int First, int Next, double Value, bool Decimal, bool Spelled, bool Scaled);

/// <summary>Reads numbers, and tells those that are parts of names from the others.</summary>
internal static class NumberReader
{
    // Longer runs of digits are identifiers.
    private const int LongestNumber = 16;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Reads the number that begins at a token.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="at">The token.</param>
    /// <param name="joined">The number continues another ("0.9pm0.1", "3-5"), so what stands before it does not make it a name.</param>
    /// <param name="number">The number.</param>
    public static bool TryRead(TokenView view, int at, bool joined, out Number number)
    {
        number = default;
        if (!joined && JoinsName(view, at))
        {
            return false;
        }

        if (view.Is(at, TokenKind.Word))
        {
            return Lex.NumberWords.TryGetValue(view.Tokens[at].Word, out var word) && Set(Scale(view, Spelled(view, at, word)), out number);
        }

        if (!view.Is(at, TokenKind.Number) || view.Of(at).Length > LongestNumber)
        {
            return false;
        }

        var digits = view.Of(at);
        var value = double.Parse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        var read = Scale(view, new(at, at + 1, value, digits.Contains('.'), Spelled: false, Scaled: false));
        read = read.Scaled ? read : PowerReader.Read(view, read);
        var first = !joined && IsSign(view, at - 1) ? at - 1 : at;
        return Set(read with { First = first, Value = first < at && view.Mark(first) != '+' ? -read.Value : read.Value }, out number);
    }

    // "twenty-five" and "twenty five", but "twenty eight-second steps" are twenty.
    private static Number Spelled(TokenView view, int at, double value)
    {
        var unit = view.IsJoint(at + 1) ? at + 2 : at + 1;
        var hangsOn = unit == at + 1 && view.IsJoint(unit + 1);
        return value is >= 20 and < 100 && !hangsOn && view.Is(unit, TokenKind.Word) && Lex.NumberWords.TryGetValue(view.Tokens[unit].Word, out var ones) && ones is > 0 and < 10
            ? new(at, unit + 1, value + ones, Decimal: false, Spelled: true, Scaled: false)
            : new(at, at + 1, value, Decimal: false, Spelled: true, Scaled: false);
    }

    private static Number Scale(TokenView view, Number number)
    {
        var next = number.Next;
        return view.Is(next, TokenKind.Word) && Lex.Magnitudes.TryGetValue(view.Tokens[next].Word, out var magnitude) && IsMagnitude(view, next)
            ? number with { Next = next + 1, Value = number.Value * magnitude, Scaled = true }
            : number;
    }

    // "60M" and "2 million", but "60 m" is a length and "3M-param" a name.
    private static bool IsMagnitude(TokenView view, int at)
        => view.Of(at).Length > 1 || (view.Glued(at) && (view.Of(at)[0] is 'K' or 'M' or 'B' or 'k' or 'T') && !(view.IsJoint(at + 1) && !view.Is(at + 2, Lex.ScaleNouns)));

    // A hyphen or letter on the left makes a name ("ResNet-34"); so do the marks of identifiers and paths.
    private static bool JoinsName(TokenView view, int at)
    {
        if (!view.Glued(at))
        {
            return false;
        }

        return view.Mark(at - 1) switch
        {
            '-' or '–' or '−' or '‐' or '—' => view.Glued(at - 1) && view.Mark(at - 2) is not ('(' or '$' or '=' or '<' or '>' or '∼' or '~' or '+' or '['),
            ':' or '.' => view.Glued(at - 1),
            '\0' or '_' or '^' or '@' or '#' => true,
            _ => false,
        };
    }

    private static bool IsSign(TokenView view, int at)
        => view.Mark(at) is '-' or '−' or '+' or '–' && !(view.Glued(at) && view.Mark(at - 1) is not ('(' or '$' or '=' or '<' or '>' or '∼' or '~' or '[' or '/'));

    private static bool Set(Number value, out Number number)
    {
        number = value;
        return true;
    }
}
