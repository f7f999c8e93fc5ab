namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words that may stand between a pronoun and its verb; those that end in <c>ly</c> are known by that.</summary>
internal static class AdverbCues
{
    public static readonly string[] Words =
    [
        "also", "further", "then", "first", "second", "third", "here", "thus", "therefore", "hence", "not", "only", "even", "now", "still", "instead", "again", "next", "will",
        "both", "can", "could", "further", "furthermore", "moreover", "often", "well", "very", "more", "so", "do", "does", "did", "have", "has", "been", "be", "made", "quite", "as", "just", "made",
    ];
}
