using System.Collections.Frozen;

namespace Pipeline.Parser.Parsing.Tex;

/// <summary>Characters that TeX writes as commands.</summary>
internal static class TexAccents
{
    // Accent command, the letters it is put on, and what they become.
    private static readonly (char Accent, string Letters, string Accented, char Combining)[] Accents =
    [
        ('`', "AEIOUaeiouNn", "ÀÈÌÒÙàèìòùǸǹ", '\u0300'),
        ('\'', "AEIOUYaeiouyCcLlNnRrSsZzGgKk", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǴǵḰḱ", '\u0301'),
        ('^', "AEIOUaeiouCcGgHhJjSsWwYyZz", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ", '\u0302'),
        ('"', "AEIOUaeiouYyWwXx", "ÄËÏÖÜäëïöüŸÿẄẅẌẍ", '\u0308'),
        ('~', "ANOanoIiUuEeYy", "ÃÑÕãñõĨĩŨũẼẽỸỹ", '\u0303'),
        ('=', "AEIOUaeiouYy", "ĀĒĪŌŪāēīōūȲȳ", '\u0304'),
        ('.', "CEGIZcegzAaOoNn", "ĊĖĠİŻċėġżȦȧȮȯṄṅ", '\u0307'),
        ('u', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ", '\u0306'),
        ('v', "CDENRSTZcdenrstzAaIiOoUuGgKkj", "ČĎĚŇŘŠŤŽčďěňřšťžǍǎǏǐǑǒǓǔǦǧǨǩǰ", '\u030C'),
        ('H', "OoUu", "ŐőŰű", '\u030B'),
        ('c', "CSTcstGKLNRklnrEe", "ÇŞŢçşţĢĶĻŅŖķļņŗȨȩ", '\u0327'),
        ('k', "AEIUaeiuOo", "ĄĘĮŲąęįųǪǫ", '\u0328'),
        ('r', "AaUu", "ÅåŮů", '\u030A'),
        ('d', "AaEeIiOoUuHhSsTtDdLlNnRrZz", "ẠạẸẹỊịỌọỤụḤḥṢṣṬṭḌḍḶḷṆṇṚṛẒẓ", '\u0323'),
    ];

    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ss"] = "ß", ["SS"] = "ẞ", ["o"] = "ø", ["O"] = "Ø", ["l"] = "ł", ["L"] = "Ł", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ",
        ["aa"] = "å", ["AA"] = "Å", ["dh"] = "ð", ["DH"] = "Ð", ["th"] = "þ", ["TH"] = "Þ", ["dj"] = "đ", ["DJ"] = "Đ", ["ng"] = "ŋ", ["NG"] = "Ŋ",
        ["i"] = "ı", ["j"] = "ȷ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a character after a backslash puts an accent on what follows.</summary>
    public static bool IsAccent(char command) => Array.Exists(Accents, accent => accent.Accent == command);

    /// <summary>A letter under an accent; a combining character where there is no letter of its own.</summary>
    public static string Put(char command, char letter)
    {
        var (_, letters, accented, combining) = Array.Find(Accents, accent => accent.Accent == command);
        var at = letters.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? $"{letter}{combining}" : accented[at].ToString();
    }

    /// <summary>The letter a command such as <c>ss</c> stands for; null when it stands for none.</summary>
    public static string? Letter(string command) => Letters.GetValueOrDefault(command);
}
