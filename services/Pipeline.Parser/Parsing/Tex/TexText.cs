using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Pipeline.Parser.Parsing.Tex;

/// <summary>Reads text that is marked up for TeX. Formulas between dollar signs stay as they stand.</summary>
internal static class TexText
{
    // Commands that only change how their argument looks; the braces around it go as all braces do.
    private static readonly FrozenSet<string> Looks = new[]
    {
        "emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textmd", "textup", "textsl", "textnormal", "text", "mbox", "hbox",
        "underline", "url", "em", "it", "bf", "sc", "rm", "sf", "tt", "sl", "itshape", "bfseries", "scshape", "uppercase", "enquote", "protect",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["textendash"] = "–", ["textemdash"] = "—", ["textquoteright"] = "’", ["textquoteleft"] = "‘", ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”", ["ldots"] = "…", ["dots"] = "…", ["textellipsis"] = "…", ["textasciitilde"] = "~", ["textbackslash"] = "\\",
        ["textregistered"] = "®", ["texttrademark"] = "™", ["copyright"] = "©", ["pounds"] = "£", ["S"] = "§", ["textdegree"] = "°", ["newline"] = " ",
        ["TeX"] = "TeX", ["LaTeX"] = "LaTeX", ["BibTeX"] = "BibTeX",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<char> PlainSigns = SearchValues.Create("\\{}$~-`'");
    private static readonly SearchValues<char> AccentSigns = SearchValues.Create("\\{$");

    private static readonly (string Written, string Meant)[] Signs =
    [
        ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "), ("{", ""), ("}", ""),
    ];

    /// <summary>Turns accents and letters that TeX writes as commands into characters, and leaves everything else.</summary>
    public static string Accented(string text) => text.Contains('\\', StringComparison.Ordinal) ? Read(text, plain: false) : text;

    /// <summary>The text as it is meant to be printed: without braces, with its dashes, quotation marks and signs. Commands it does not know stay.</summary>
    public static string Plain(string text) => Read(text, plain: true);

    private static string Read(string text, bool plain)
    {
        var result = new StringBuilder(text.Length);
        var lastDollar = text.LastIndexOf('$');
        for (var i = 0; i < text.Length;)
        {
            // Most of a text is nothing special.
            var ordinary = text.AsSpan(i).IndexOfAny(plain ? PlainSigns : AccentSigns) is >= 0 and var at ? at : text.Length - i;
            if (ordinary > 0)
            {
                result.Append(text, i, ordinary);
                i += ordinary;
                continue;
            }

            i = text[i] == '$' && i < lastDollar ? CopyFormula(text, i, result)
                : text[i] == '\\' && TexCommand.ReadAccent(text, i, result) is >= 0 and var behind ? behind
                : text[i] == '{' && ReadGroupedLetter(text, i, result) is >= 0 and var closed ? closed
                : plain && text[i] == '\\' ? ReadCommand(text, i, result)
                : plain ? ReadSign(text, i, result)
                : CopyEscape(text, i, result);
        }

        return result.ToString();
    }

    // From a dollar sign to the next that is not escaped.
    private static int CopyFormula(string text, int start, StringBuilder result)
    {
        var end = start + 1;
        while (end < text.Length && text[end] == '$')
        {
            end++;
        }

        while (end < text.Length && text[end] != '$')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        while (end < text.Length && text[end] == '$')
        {
            end++;
        }

        end = Math.Min(end, text.Length);
        result.Append(text, start, end - start);
        return end;
    }

    // "{\o}" and "{\'e}": the braces only keep the command apart from what follows.
    private static int ReadGroupedLetter(string text, int start, StringBuilder result)
    {
        if (start + 1 >= text.Length || text[start + 1] != '\\')
        {
            return -1;
        }

        var length = result.Length;
        var end = TexCommand.ReadAccent(text, start + 1, result);
        if (end >= 0 && end < text.Length && text[end] == '}')
        {
            return end + 1;
        }

        result.Length = length;
        return -1;
    }

    private static int CopyEscape(string text, int start, StringBuilder result)
    {
        var length = text[start] == '\\' && start + 1 < text.Length ? 2 : 1;
        result.Append(text, start, length);
        return start + length;
    }

    private static int ReadCommand(string text, int start, StringBuilder result)
    {
        var name = TexCommand.NameAt(text, start + 1);
        var end = start + 1 + name.Length;
        if (name.Length == 0)
        {
            return ReadSymbol(text, start, result);
        }

        if (Looks.Contains(name))
        {
            return TexCommand.SkipSpace(text, end);
        }

        result.Append(Words.GetValueOrDefault(name) ?? text[start..end]);
        return end;
    }

    // "\&" is an ampersand; "\\", "\," and "\ " are spaces; "\-" and "\/" are nothing.
    private static int ReadSymbol(string text, int start, StringBuilder result)
    {
        if (start + 1 >= text.Length)
        {
            result.Append('\\');
            return start + 1;
        }

        var symbol = text[start + 1];
        result.Append(symbol switch
        {
            '\\' or ',' or ';' or ':' => " ",
            '-' or '/' or '!' or '@' => "",
            _ when char.IsWhiteSpace(symbol) => " ",
            '(' or ')' or '[' or ']' => $"\\{symbol}",
            _ => symbol.ToString(),
        });
        return start + 2;
    }

    private static int ReadSign(string text, int start, StringBuilder result)
    {
        foreach (var (written, meant) in Signs)
        {
            if (text.AsSpan(start).StartsWith(written))
            {
                result.Append(meant);
                return start + written.Length;
            }
        }

        result.Append(text[start]);
        return start + 1;
    }
}
