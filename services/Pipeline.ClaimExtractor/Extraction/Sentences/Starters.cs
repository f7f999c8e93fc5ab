namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>Words that commonly begin a sentence, and are no names.</summary>
internal static class Starters
{
    // Longest word looked at.
    private const int Longest = 16;

    private static readonly WordSet Words = new(
        "we the this these those that it its in our to however for as a an although while when with by on at from further furthermore moreover finally first second third "
        + "here there then thus therefore hence such many most some recent recently despite unlike both each one two three four five experiments results experimental code "
        + "based additionally specifically extensive existing another because since if after given using they i through under no not yet but and almost also among during "
        + "within without compared meanwhile particularly together several how what why where which who so subsequently consequently similarly nevertheless nonetheless "
        + "conversely their his her he she you other others any every between across against over before motivated inspired instead importantly notably currently previous "
        + "prior only more less overall patients data participants published our other source unfortunately interestingly surprisingly accordingly alternatively "
        + "conclusion conclusions methods background objective whereas until once neither");

    // The few that people leave in lower case when they type without care.
    private static readonly WordSet LowerCase = new("we the this these our in it however here they");

    /// <summary>Whether such a word begins at <paramref name="at"/>, or behind an opening quote there.</summary>
    public static bool BeginAt(string text, int at) => BeginAt(Words, text, at);

    /// <summary>Whether such a word begins at <paramref name="at"/> that begins a sentence also in lower case.</summary>
    public static bool BeginInLowerCaseAt(string text, int at) => BeginAt(LowerCase, text, at);

    private static bool BeginAt(WordSet words, string text, int at)
    {
        if (at < text.Length && text[at] is '"' or '\'' or '“' or '‘')
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < Longest && char.IsLetter(text[end]))
        {
            end++;
        }

        // "A." is an initial.
        return !(end < text.Length && text[end] == '.') && words.Contains(text.AsSpan(at, end - at));
    }
}
