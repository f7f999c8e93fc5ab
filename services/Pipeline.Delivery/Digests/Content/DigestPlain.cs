using System.Globalization;
using System.Text;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Writes the part in plain text. Addresses stand alone on their lines, and are never broken. Pure.</summary>
internal static class DigestPlain
{
    public static string Write(DigestLetter letter, int quotes)
    {
        var text = new StringBuilder();
        text.AppendWrapped(letter.Name);
        text.AppendWrapped(letter.Summary);
        if (letter.Notice is { } notice)
        {
            text.Append('\n').AppendWrapped(notice);
        }

        for (var i = 0; i < letter.Papers.Count; i++)
        {
            Append(text.Append('\n'), letter.Papers[i], $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. ", quotes);
        }

        if (letter.Beyond is { } beyond)
        {
            text.Append('\n').AppendWrapped(beyond);
            text.Append(letter.MoreUrl).Append('\n');
        }

        // The usual mark before what is no longer the letter itself.
        text.Append("\n-- \n").AppendWrapped(letter.Why);
        text.Append("Unsubscribe: ").Append(letter.UnsubscribeUrl).Append('\n');
        return text.ToString();
    }

    private static void Append(StringBuilder text, DigestPaper paper, string number, int quotes)
    {
        var indent = new string(' ', number.Length);
        text.AppendWrapped(paper.Title, number, indent);
        if (paper.Authors.Length > 0)
        {
            text.AppendWrapped(paper.Authors, indent, indent);
        }

        text.AppendWrapped(paper.Facts, indent, indent);
        if (paper.Link is { } link)
        {
            text.Append(indent).Append(link).Append('\n');
        }

        foreach (var quote in paper.Quotes.Take(quotes))
        {
            text.AppendWrapped($"{quote.Type}: “{quote.Text}”", $"{indent}* ", $"{indent}  ");
        }
    }
}
