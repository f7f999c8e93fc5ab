namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words that rank one thing against another.</summary>
internal static class RankingCues
{
    public static readonly string[] Ranking =
    [
        "outperform", "outperforms", "outperformed", "outperforming", "surpass", "surpasses", "surpassed", "surpassing", "beat", "beats", "beating", "competitive", "superior", "superiority",
    ];

    public static readonly string[] Phrases =
    [
        "on par", "improve|improves|improved|improving over|upon", "improve|improves|improved|improving * over|upon", "match|matches|matched|matching the performance|accuracy|quality|effectiveness|results",
        "state of the art performance|results|accuracy", "sota performance|results|accuracy",
    ];
}
