using System.Collections.Frozen;
using System.Text;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Latin letters without their accents, ligatures taken apart, raised and lowered digits on the line. Pure.</summary>
internal static class PlainLetters
{
    // Processes run with InvariantGlobalization, where string.Normalize returns its input: the accents are taken off here.
    private static readonly (string Plain, string Letters)[] Table =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįİǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("ff", "ﬀ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
        ("st", "ﬅﬆ"),
        ("ij", "ĳ"),
        ("0", "⁰₀"),
        ("1", "¹₁"),
        ("2", "²₂"),
        ("3", "³₃"),
        ("4", "⁴₄"),
        ("5", "⁵₅"),
        ("6", "⁶₆"),
        ("7", "⁷₇"),
        ("8", "⁸₈"),
        ("9", "⁹₉"),
    ];

    private static readonly FrozenDictionary<char, string> Plain = Table
        .SelectMany(row => row.Letters.Select(letter => KeyValuePair.Create(letter, row.Plain)))
        .ToFrozenDictionary();

    /// <summary>Appends a letter or digit in lower case and plain; appends nothing for any other character.</summary>
    public static void AppendPlain(this StringBuilder target, Rune rune)
    {
        if (rune.IsAscii)
        {
            AppendAscii(target, (char)rune.Value);
            return;
        }

        var lower = Rune.ToLowerInvariant(Narrow(rune));
        if (lower.IsBmp && Plain.TryGetValue((char)lower.Value, out var plain))
        {
            target.Append(plain);
        }
        else if (Rune.IsLetterOrDigit(lower))
        {
            target.Append(lower.ToString());
        }
    }

    private static void AppendAscii(StringBuilder target, char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            target.Append(char.ToLowerInvariant(c));
        }
    }

    // Full-width forms of ASCII, as East Asian sources write them, stand at a fixed distance.
    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
}
