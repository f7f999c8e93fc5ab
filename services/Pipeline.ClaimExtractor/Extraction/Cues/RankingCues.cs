namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words that rank one thing against another.</summary>
internal static class RankingCues
{
    public static readonly string[] Ranking =
    [
        "outperform", "outperforms", "outperformed", "outperforming", "surpass", "surpasses", "surpassed", "surpassing", "beat", "beats", "beating", "competitive",
    ];
}
