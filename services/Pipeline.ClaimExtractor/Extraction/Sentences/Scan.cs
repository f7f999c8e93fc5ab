namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>Characters that matter where sentences end.</summary>
internal static class Scan
{
    public static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '"' or '\'' or '”' or '’' or '»';

    /// <summary>Whether the character at <paramref name="at"/> is white space or the end of the text.</summary>
    public static bool IsGap(string text, int at) => at >= text.Length || char.IsWhiteSpace(text[at]);

    public static int SkipWhiteSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
