using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>An abstract with the words of each claim marked: by colour, or by brackets where there is none.</summary>
internal static class EvidenceText
{
    /// <summary>Marks claims, numbered from 1 in order of appearance; nothing of the abstract is left out.</summary>
    /// <returns>Markup of the console library.</returns>
    public static string Mark(string @abstract, IReadOnlyList<Claim> claims, bool color)
    {
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            text.Append(Escape(@abstract[at..claim.Start]));
            text.Append(color
                ? $"[underline green]{Escape(claim.Text)}[/][dim] [[{number}]][/]"
                : $"«{Escape(claim.Text)}» [[{number}]]");
            at = claim.End;
        }

        return text.Append(Escape(@abstract[at..])).ToString();
    }

    private static string Escape(string text) => Markup.Escape(Screen.Safe(text));
}
