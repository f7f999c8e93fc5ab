namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words without which a sentence compares nothing.</summary>
internal static class ComparisonCues
{
    public static readonly string[] Words =
    [
        "than", "over", "more", "less", "fewer", "other", "others", "vs", "versus", "prior", "against", "art", "sota", "par", "best", "highest", "lowest", "fastest", "most", "similar", "same", "relative",
        "better", "worse", "higher", "lower", "faster", "slower", "smaller", "larger", "bigger", "greater", "cheaper", "stronger", "weaker", "shorter", "longer", "simpler", "easier", "harder", "deeper", "closer",
        "tighter", "sharper", "fairer", "safer", "richer", "original", "vanilla", "leading", "lead", "leads", "gap", "unlike", "inferior",
    ];

    /// <summary>Beginnings of such words.</summary>
    public static readonly string[] Beginnings =
    [
        "compar", "outperform", "outpac", "surpass", "superior", "competitiv", "baseline", "match", "exceed", "rival", "beat", "exist", "previous", "conventional", "traditional", "counterpart", "equivalent",
        "advantage", "record", "rank", "alternativ", "underperform",
    ];
}
