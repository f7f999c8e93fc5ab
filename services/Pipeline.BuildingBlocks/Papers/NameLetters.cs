using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>A name in plain lower-case letters and digits, Greek and LaTeX spelled out, with its gaps still marked. Pure.</summary>
internal static class NameLetters
{
    /// <summary>Stands for white space.</summary>
    public const char Space = ' ';

    /// <summary>Stands for a hyphen, dash, underscore, or any other sign that joins or parts words.</summary>
    public const char Joint = '-';

    /// <summary>A point between digits.</summary>
    public const char Point = '.';

    // Mathematical alphabets stand in a row: Latin in 52 letters each, Greek in 58, digits in 10.
    private const int MathLatin = 0x1D400;
    private const int MathGreek = 0x1D6A8;
    private const int MathDigits = 0x1D7CE;
    private const int MathEnd = 0x1D800;

    // As the mathematical alphabets order them, twice: capitals, then small letters.
    private const string MathGreekOrder = "αβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";

    private static readonly FrozenDictionary<char, string> Spelled = new Dictionary<char, string>
    {
        ['α'] = "alpha", ['β'] = "beta", ['γ'] = "gamma", ['δ'] = "delta", ['ε'] = "epsilon", ['ϵ'] = "epsilon", ['ζ'] = "zeta",
        ['η'] = "eta", ['θ'] = "theta", ['ϑ'] = "theta", ['ι'] = "iota", ['κ'] = "kappa", ['ϰ'] = "kappa", ['λ'] = "lambda",
        ['μ'] = "mu", ['\u00B5'] = "mu", ['ν'] = "nu", ['ξ'] = "xi", ['ο'] = "omicron", ['π'] = "pi", ['ϖ'] = "pi", ['ρ'] = "rho",
        ['ϱ'] = "rho", ['σ'] = "sigma", ['ς'] = "sigma", ['τ'] = "tau", ['υ'] = "upsilon", ['φ'] = "phi", ['ϕ'] = "phi",
        ['χ'] = "chi", ['ψ'] = "psi", ['ω'] = "omega", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l",
        ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i", ['ſ'] = "s", ['ℓ'] = "l", ['ℝ'] = "r", ['ℂ'] = "c", ['ℕ'] = "n",
        ['ℤ'] = "z", ['ℚ'] = "q", ['ℙ'] = "p", ['ℍ'] = "h", ['ℒ'] = "l", ['ℰ'] = "e", ['ℱ'] = "f", ['ℋ'] = "h", ['ℐ'] = "i",
        ['ℳ'] = "m", ['ℛ'] = "r", ['ℬ'] = "b", ['ℊ'] = "g", ['ℴ'] = "o", ['ℯ'] = "e", ['ℎ'] = "h", ['™'] = "", ['®'] = "",
    }.ToFrozenDictionary();

    /// <summary>Reads a name; when LaTeX commands leave no letter of it, their own letters are taken.</summary>
    public static string Of(string name)
    {
        var letters = Read(name, latex: true);
        return letters.AsSpan().ContainsAnyExcept(Space, Joint) ? letters : Read(name, latex: false);
    }

    private static string Read(string name, bool latex)
    {
        var letters = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            if (latex && name[at] == '\\' && LatexCommands.At(name, at + 1) is { Length: > 0 } command)
            {
                Append(letters, LatexCommands.Print(command));
                at += 1 + command.Length;
                continue;
            }

            if (IsDecimalPoint(name, at))
            {
                letters.Append(Point);
                at++;
            }
            else if (Rune.TryGetRuneAt(name, at, out var rune))
            {
                Append(letters, rune);
                at += rune.Utf16SequenceLength;
            }
            else
            {
                at++;
            }
        }

        return letters.ToString().Trim(Space, Joint);
    }

    private static void Append(StringBuilder letters, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Append(letters, rune);
        }
    }

    private static void Append(StringBuilder letters, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            Gap(letters, Space);
        }
        else if (IsJoint(rune))
        {
            Gap(letters, Joint);
        }
        else if (rune.Value is '+' or '⁺' or '＋')
        {
            letters.Append('+');
        }
        else
        {
            AppendLetter(letters, rune.Value is >= MathLatin and < MathEnd ? Plain(rune.Value) : rune);
        }
    }

    private static void AppendLetter(StringBuilder letters, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (!rune.IsAscii && ((rune.IsBmp && Spelled.TryGetValue((char)rune.Value, out var spelled))
            || (lower.IsBmp && Spelled.TryGetValue((char)lower.Value, out spelled))))
        {
            letters.Append(spelled);
        }
        else
        {
            letters.AppendPlain(rune);
        }
    }

    private static Rune Plain(int math) => new(math switch
    {
        0x1D6A4 => 'i',
        0x1D6A5 => 'j',
        < MathGreek => 'a' + ((math - MathLatin) % 26),
        < MathDigits => MathGreekOrder[Math.Min((math - MathGreek) % 58, MathGreekOrder.Length - 1)],
        _ => '0' + ((math - MathDigits) % 10),
    });

    private static bool IsDecimalPoint(string name, int at)
        => name[at] == Point && at > 0 && char.IsAsciiDigit(name[at - 1]) && at + 1 < name.Length && char.IsAsciiDigit(name[at + 1]);

    // Of several signs in a row one is kept, white space before others: it ends an article.
    private static void Gap(StringBuilder letters, char gap)
    {
        if (letters.Length == 0 || letters[^1] is not (Space or Joint))
        {
            letters.Append(gap);
        }
        else if (gap == Space)
        {
            letters[^1] = Space;
        }
    }

    private static bool IsJoint(Rune rune)
        => rune.Value is '-' or '_' or '/' or '\u2212' || (!rune.IsAscii && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation);
}
