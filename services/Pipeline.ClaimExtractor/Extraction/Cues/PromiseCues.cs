namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words of sentences that hope or promise something and so put nothing forward.</summary>
internal static class PromiseCues
{
    public static readonly string[] Hoping = ["hope", "hopes", "plan", "plans", "hoped", "planned"];
    public static readonly string[] Speakers = ["we", "i", "authors", "it"];
    public static readonly string[] Releasing =
    [
        "release", "released", "open", "opensource", "opensourced", "available", "accessible", "publish", "published", "share", "shared", "public",
    ];
}
