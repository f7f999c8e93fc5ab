using System.Text;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>The letters and digits of a title, by which spellings of it meet. Pure.</summary>
internal static class TitleLetters
{
    /// <summary>Lower case, Latin letters without accents, LaTeX commands read as what they print.</summary>
    public static string Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var letters = new StringBuilder(title.Length);
        for (var at = 0; at < title.Length;)
        {
            if (title[at] == '\\' && LatexCommands.At(title, at + 1) is { Length: > 0 } command)
            {
                AppendPlain(letters, LatexCommands.Print(command));
                at += 1 + command.Length;
                continue;
            }

            if (Rune.TryGetRuneAt(title, at, out var rune))
            {
                letters.AppendPlain(rune);
                at += rune.Utf16SequenceLength;
            }
            else
            {
                at++;
            }
        }

        return letters.ToString();
    }

    private static void AppendPlain(StringBuilder letters, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            letters.AppendPlain(rune);
        }
    }
}
