namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>What authors say that they do, in words that leave no doubt.</summary>
internal static class StatementCues
{
    /// <summary>They tell what they found.</summary>
    public static readonly string[] Shown =
    [
        "we|i * show|find|prove|demonstrate|observe|reveal|discover|argue|contend|establish|verify|confirm|pinpoint * that",
        "we|i * showed|found|proved|demonstrated|observed|revealed|discovered|argued|established|verified|confirmed|pinpointed * that",
    ];

    /// <summary>They prove it.</summary>
    public static readonly string[] Proved = ["we|i * prove|proved"];

    /// <summary>They take a position.</summary>
    public static readonly string[] Argued =
    [
        "we|i|paper|work * argue|argues|contend|contends|hypothesize|hypothesise|posit|posits|propose|proposes that", "it is proposed|argued that",
    ];

    /// <summary>They bring something new.</summary>
    public static readonly string[] Proposed =
    [
        "we|i * propose|introduce|devise", "this paper|work|study|article * proposes|introduces|devises",
        "we|i * provide|present|release|create|collect|build|construct|curate the first|largest",
    ];

    /// <summary>Something new is brought, which others may have done.</summary>
    public static readonly string[] IsProposed = ["is|are * proposed|introduced"];

    /// <summary>They tell what they looked at.</summary>
    public static readonly string[] Studied = ["we * study|studied|investigate|investigated|explore|explored|consider|considered|address|tackle|examine|examined"];

    /// <summary>They tell how they tried it.</summary>
    public static readonly string[] Tried =
    [
        "we * evaluate|evaluated|test|tested|validate|validated|analyze|analyse|analyzed|analysed|compare|compared|conduct|conducted|assess|assessed",
        "we * study|studied|investigate|investigated|explore|explored|consider|considered|examine|examined",
    ];

    /// <summary>Beginnings of words that tell what came of it.</summary>
    public static readonly string[] Outcomes =
    [
        "show", "find", "outperform", "achiev", "demonstrat", "reveal", "improv", "introduc", "propos", "establish", "identif", "observ", "provid", "present", "enabl", "superior", "confirm", "suggest", "better", "significan", "develop", "surpass", "yield",
        "report", "discover", "uncover", "indicat", "prove", "proving", "offer", "release", "construct", "creat", "build", "effective", "derive", "none", "highlight", "characteri", "quantif", "art", "support", "superb", "competitive", "comparable", "reach", "reproduc", "design", "found", "unveil", "select",
    ];
}
