using System.Text;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Breaks lines of plain text. Pure.</summary>
internal static class TextWrap
{
    /// <summary>Most characters of a line, counted as code points.</summary>
    public const int Width = 76;

    /// <summary>Appends a text in lines; a word that is longer than a line is broken.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="text">The text, in one line.</param>
    /// <param name="first">What stands before the first line.</param>
    /// <param name="rest">What stands before each other line.</param>
    public static void AppendWrapped(this StringBuilder target, string text, string first = "", string rest = "")
    {
        var (prefix, used) = (first, 0);
        target.Append(prefix);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = LengthOf(word);
            if (used > 0 && prefix.Length + used + 1 + length > Width)
            {
                NextLine();
            }
            else if (used > 0)
            {
                target.Append(' ');
                used++;
            }

            AppendBroken(word);
        }

        target.Append('\n');

        void AppendBroken(string word)
        {
            foreach (var rune in word.EnumerateRunes())
            {
                if (prefix.Length + used >= Width)
                {
                    NextLine();
                }

                target.Append(rune.ToString());
                used++;
            }
        }

        void NextLine()
        {
            (prefix, used) = (rest, 0);
            target.Append('\n').Append(prefix);
        }
    }

    private static int LengthOf(string word)
    {
        var length = 0;
        foreach (var _ in word.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
