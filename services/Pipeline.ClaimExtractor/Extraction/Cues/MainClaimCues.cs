namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Phrases that introduce what a paper concludes, as log-odds.</summary>
internal static class MainClaimCues
{
    public static readonly (string Phrase, double Weight)[] For =
    [
        ("these|our|the|this results|findings|data|observations|study|work|analysis|experiments|evidence|analyses * suggest|suggests|indicate|indicates|demonstrate|demonstrates|show|shows|support|reveal|reveals|provide|provides|highlight|highlights|establish|imply|confirm|challenge|underline|identify", 2.6),
        ("suggest|suggests|indicate|indicates|demonstrate|demonstrates|show|shows that", 1.4), ("results|findings|experiments|evaluation|evaluations _ demonstrate|show|indicate|suggest|confirm|reveal", 1.4), ("suggesting|indicating that", 1), ("suggesting", 0.8), ("taken together", 2.4), ("together", 1), ("collectively", 1.5), ("in conclusion|summary", 2.8), ("conclusion|conclusions", 2), ("we * conclude", 2.8), ("we * propose|suggest|hypothesize", 1.3), ("here we|here * show|report|demonstrate", 1.3), ("we * show|demonstrate|find|found|report that", 0.9), ("we * argue|contend", 1.6), ("thus|therefore|hence", 0.8),
        ("may|might|could * be|provide|represent|contribute|play|serve|have|help|explain", 0.9), ("may|might|should|likely|probably|potentially", 0.5), ("potential|promising|useful", 0.4), ("therapeutic|target|targets", 0.4), ("for the first time", 0.8), ("the first", 0.5), ("novel", 0.3), ("our", 0.3), ("can be * used", 0.6), ("important role|for", 0.3), ("insights|insight into", 0.7), ("contribute|contributes to", 0.5), ("outperforms|outperform|outperforming|surpasses", 1.2), ("state of the art", 0.5), ("superior|superiority", 0.7), ("consistently|significantly outperforms|outperform", 0.6),
    ];

    public static readonly (string Phrase, double Weight)[] Against =
    [
        ("we * used|investigated|examined|assessed|evaluated|analyzed|measured|tested|studied|compared", 2), ("to investigate|examine|determine|test|assess|evaluate", 1.2), ("was|were * performed|used|measured|assessed|analyzed|evaluated|examined|recruited|collected|included|conducted", 1.6), ("was|were", 0.5), ("however", 0.7), ("unknown|unclear|whether", 1), ("have|has been", 0.6), ("respectively", 0.7), ("%", 0.4), ("# %", 0.4), ("p #", 0.6), ("compared", 0.3), ("using", 0.5), ("n", 0.3), ("we * hope", 5), ("hope|hopes", 2), ("we * study|investigate|explore|examine|evaluate|test|compare|consider|discuss", 1.5), ("we * plan|intend|aim to", 5), ("aims to", 4), ("will * be|open|release|make", 3), ("in the future", 2), ("future|further * work|research|studies|validation|empirical", 1), ("aim|aims|aimed|objective|purpose", 1.2), ("available at", 3), ("registration|trial|clinicaltrials", 2),
    ];
}
