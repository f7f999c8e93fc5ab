using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Texts with the words that matter marked: by colour, or by brackets where there is none.</summary>
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

    /// <summary>Marks the numbers in a claim's quote, and what is known about them.</summary>
    /// <returns>Markup of the console library.</returns>
    public static string Quote(Claim claim, IReadOnlyList<Quantity> quantities, bool color)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in Parts(claim, quantities))
        {
            text.Append(Escape(claim.Text[at..start]));
            var words = Escape(claim.Text[start..end]);
            text.Append(color ? $"[underline green]{words}[/]" : $"«{words}»");
            at = end;
        }

        return text.Append(Escape(claim.Text[at..])).ToString();
    }

    // In the claim's own offsets, in order, those that overlap made one.
    private static List<TextSpan> Parts(Claim claim, IReadOnlyList<Quantity> quantities)
    {
        var parts = new List<TextSpan>();
        foreach (var span in quantities
            .SelectMany(quantity => quantity.Spans.Values.Append(new TextSpan(quantity.Start, quantity.End)))
            .Where(span => span.Start >= claim.Start && span.End <= claim.End && span.Length > 0)
            .OrderBy(span => span.Start))
        {
            var part = new TextSpan(span.Start - claim.Start, span.End - claim.Start);
            if (parts.Count > 0 && part.Start < parts[^1].End)
            {
                parts[^1] = new(parts[^1].Start, Math.Max(parts[^1].End, part.End));
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static string Escape(string text) => Markup.Escape(Screen.Safe(text));
}
