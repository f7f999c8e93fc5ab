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
        "we|i * propose|introduce|devise|develop", "this paper|work|study|article * proposes|introduces|devises",
        "we|i * provide|present|release|create|collect|build|construct|curate the first|largest",
    ];

    /// <summary>They bring something, which need not be new.</summary>
    public static readonly string[] Brought = ["we|i * present|presented|design|designed|build|built|create|created|proposed|introduced|developed", "this paper|work|study|article * presents|designs|develops"];

    /// <summary>Something new is brought, which others may have done.</summary>
    public static readonly string[] IsProposed = ["is|are * proposed|introduced"];

    /// <summary>They tell what they looked at.</summary>
    public static readonly string[] Studied = ["we * study|studied|investigate|investigated|explore|explored|consider|considered|address|tackle|examine|examined"];

    /// <summary>They tell what their paper looks at.</summary>
    public static readonly string[] Asked =
    [
        "this paper|work|study|article|research|thesis|report|survey * studies|investigates|explores|considers|examines|evaluates|tests|validates|analyzes|analyses|compares|assesses|discusses|reviews|revisits|addresses|tackles",
        "this paper|work|study|article|research|thesis|report|survey * investigated|explored|considered|examined|evaluated|tested|validated|analyzed|analysed|compared|assessed|discussed|reviewed",
    ];

    /// <summary>They tell what they are after.</summary>
    public static readonly string[] Aimed =
    [
        "this|our paper|work|study|article|research|thesis|report|project * aims|seeks|strives|attempts|intends to",
        "we|i * aim|seek|strive|intend to", "our|this analysis|work|study|paper * focuses on", "our|this analysis|work|study|paper is * focused on",
    ];

    /// <summary>They report on what they did, which found something.</summary>
    public static readonly string[] Reported =
    [
        "results|result|experiments|evaluations|evaluation|findings|analysis|analyses|simulations|observations|studies * show|shows|demonstrate|demonstrates|indicate|indicates|suggest|suggests|reveal|reveals|confirm|confirms|prove|validate|underscore that",
        "results|result|experiments|evaluations|evaluation|findings|analysis|analyses|simulations|observations * showed|demonstrated|indicated|suggested|revealed|confirmed that",
    ];

    /// <summary>They name a finding, which follows.</summary>
    public static readonly string[] Found = ["finding|observation|insight|discovery is|was that"];

    /// <summary>They derive it.</summary>
    public static readonly string[] Derived = ["we|i * derive|derived"];

    /// <summary>They bring an analysis.</summary>
    public static readonly string[] Analysed =
    [
        "we|i|paper|work|study|article * present|presents|provide|provides|conduct|conducts|perform|performs|offer|offers|give|describe _ evaluation|evaluations|analysis|analyses|study|studies|experiments|investigation|comparison|comparisons|exploration|assessment|discussion|examination",
        "we|i|paper|work|study|article * presented|provided|conducted|performed _ evaluation|evaluations|analysis|analyses|study|studies|experiments|investigation|comparison|comparisons|exploration|assessment|discussion|examination",
    ];

    /// <summary>Beginnings of words that tell of something new in an analysis.</summary>
    public static readonly string[] Novelties = ["first", "novel", "new", "data", "benchmark", "framework", "taxonom", "survey", "review", "theor", "guarantee", "bound", "complexity", "proof", "tool", "method"];

    /// <summary>They tell how they tried it.</summary>
    public static readonly string[] Tried =
    [
        "we|i * call|name|dub",
        "we * focus|focused on",
        "we * evaluate|evaluated|test|tested|validate|validated|analyze|analyse|analyzed|analysed|compare|compared|conduct|conducted|assess|assessed",
        "we * study|studied|investigate|investigated|explore|explored|consider|considered|examine|examined",
    ];

    /// <summary>Beginnings of words that tell what came of it.</summary>
    public static readonly string[] Outcomes =
    [
        "show", "find", "outperform", "achiev", "demonstrat", "reveal", "improv", "introduc", "propos", "establish", "identif", "observ", "provid", "present", "enabl", "superior", "confirm", "suggest", "better", "significan", "develop", "surpass", "yield",
        "report", "discover", "uncover", "indicat", "prove", "proving", "offer", "release", "construct", "creat", "build", "effective", "derive", "none", "highlight", "characteri", "quantif", "art", "support", "superb", "competitive", "comparable", "reach", "reproduc", "design", "found", "unveil", "select",
    ];

    /// <summary>All phrases, of whatever they tell.</summary>
    public static readonly string[] All =
        [.. Shown, .. Proved, .. Argued, .. Proposed, .. Brought, .. IsProposed, .. Studied, .. Asked, .. Aimed, .. Reported, .. Found, .. Derived, .. Analysed, .. Tried];
}
