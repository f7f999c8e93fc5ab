using System.Text;

namespace Pipeline.Parser.Parsing.Tex;

/// <summary>Reads single commands of TeX.</summary>
internal static class TexCommand
{
    private const int MaxNameLength = 40;
    private const int MaxSpace = 10;

    /// <summary>The letters from here on, as many as a name may have.</summary>
    public static string NameAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MaxNameLength && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    /// <summary>The place behind white space; a name of letters swallows what separates it from its argument.</summary>
    public static int SkipSpace(string text, int at)
    {
        var most = Math.Min(text.Length, at + MaxSpace);
        while (at < most && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Reads <c>\"o</c>, <c>\'{e}</c>, <c>\v{s}</c>, <c>\'\i</c> or <c>\ss</c>.</summary>
    /// <returns>The place behind it; -1, and nothing appended, when the backslash begins something else.</returns>
    public static int ReadAccent(string text, int backslash, StringBuilder result)
    {
        var name = NameAt(text, backslash + 1);
        if (TexAccents.Letter(name) is { } letter)
        {
            result.Append(letter);
            return EndOfLetter(text, backslash + 1 + name.Length);
        }

        var isSymbol = name.Length == 0 && backslash + 1 < text.Length;
        var accent = isSymbol ? text[backslash + 1] : name.Length == 1 ? name[0] : '\0';
        if (!TexAccents.IsAccent(accent) || (isSymbol && char.IsAsciiLetter(accent)))
        {
            return -1;
        }

        // "\'e" needs nothing between, "\v s" a space; "\'" alone may well be an apostrophe.
        var at = isSymbol ? backslash + 2 : SkipSpace(text, backslash + 2);
        var (under, end) = Argument(text, at);
        if (end < 0)
        {
            return -1;
        }

        result.Append(TexAccents.Put(accent, under));
        return end;
    }

    // "\o{}" and "\o x": what ends the name goes with it.
    private static int EndOfLetter(string text, int at)
    {
        var next = SkipSpace(text, at);
        return text.AsSpan(at).StartsWith("{}") ? at + 2 : next < text.Length && char.IsLetter(text[next]) && next > at ? next : at;
    }

    // A letter, in braces or not, perhaps a dotless one: the accent takes the place of its dot.
    private static (char Letter, int End) Argument(string text, int at)
    {
        var isGroup = at < text.Length && text[at] == '{';
        var start = isGroup ? at + 1 : at;
        var isDotless = start + 1 < text.Length && text[start] == '\\' && text[start + 1] is 'i' or 'j'
            && !(start + 2 < text.Length && char.IsAsciiLetter(text[start + 2]));
        var end = isDotless ? start + 2 : start + 1;
        if (end > text.Length || !char.IsLetter(text[end - 1]))
        {
            return ('\0', -1);
        }

        // A dotless letter is a name of letters, too.
        if (isDotless && !isGroup && SkipSpace(text, end) is var next && next < text.Length && char.IsLetter(text[next]))
        {
            return (text[end - 1], next);
        }

        var closed = !isGroup || (end < text.Length && text[end] == '}');
        return (text[end - 1], closed ? end + (isGroup ? 1 : 0) : -1);
    }
}
