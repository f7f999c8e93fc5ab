namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Phrases that put something forward. Weights are log-odds: 3 is enough alone, 1 needs a sentence that reports the authors' own work.</summary>
internal static class ClaimCues
{
    public static readonly (string Phrase, double Weight)[] Contribution =
    [
        ("we|i * propose|introduce|present|design|develop|create|release|devise|build|construct|provide|offer|contribute|formulate|initiate|curate|extend|pioneer", 3), ("and * propose|introduce|develop|design|devise", 2),
        ("paper|work|article|study|report|research|survey|framework|chapter * proposes|introduces|presents|develops|provides|offers|describes|designs|contributes|reviews|initiates", 3), ("by * proposing|introducing|presenting|developing|designing", 2.6),
        ("is|are * proposed|introduced|presented|developed|designed", 2), ("us to propose|develop|design|introduce", 2.6), ("the first", 0.9), ("a|an * novel|new", 0.9), ("novel|new", 0.6), ("survey|taxonomy|overview", 0.6), ("our contribution|contributions|innovation|innovations", 2.5),
        ("represents|represent|marks|mark a|an * significant|important|major|step|advancement|first", 2.6), ("paving|paves|pave the way", 1.6), ("central|key|main|core * innovation|contribution|novelty", 2), ("we * call|term|dub|name", 1.6), ("present|presenting a|an * comprehensive|systematic|unified", 2), ("we * give|bridge", 2), ("first|important|significant step toward|towards", 1.6),
    ];

    public static readonly (string Phrase, double Weight)[] Result =
    [
        ("our|the|proposed|this|it|they _ achieves|achieve|improves|improve|reduces|reduce|enables|enable|allows|allow|permits|enhances|ensures|helps|increases|maintains|preserves|yields|delivers|generalizes|provides|supports|boosts|accelerates|eliminates|mitigates|alleviates|synthesizes|captures|attains|benefits|offers|converges|produces|requires|scales|solves|resolves|addresses|expands|discovers|identifies|minimizes|simplifies", 1.7),
        ("achieve|achieves|achieved|achieving|attain|attains|yield|yields|yielding|deliver|delivers|delivering", 1.3), ("improves|improving|reduces|reducing|enhances|enhancing|accelerates|boosts|boosting|increases|alleviates|alleviating|mitigates|mitigating|eliminates|speeds|simplifies|stabilizes|facilitates|preserves|maintains|maintaining|ensures|helps|resolves|resolving|addresses|permits|supports", 1.2),
        ("thus|thereby|effectively|significantly|substantially|consistently|greatly enabling|allowing|ensuring|resulting|leading|enhancing|enhances|enhance|reducing|reduces|reduce|boosting|preserving|maintaining|accelerating|improving|improves|improve|facilitates|speeds", 1.5), ("demonstrate|demonstrates|demonstrating|show|shows|showing|demonstrated|validate|validates|prove|proves|underline|confirm|verify|verified|highlight|highlighting|showcase|showcases _ effectiveness|efficacy|efficiency|superiority|robustness|potential|advantages|benefits|usefulness|feasibility|utility|viability|reliability|capability", 3.2),
        ("demonstrates|exhibits|shows|demonstrate|exhibit|demonstrating a|promising|strong|high|remarkable|significant|robust|excellent|impressive|great|good", 2.2), ("effectiveness|efficacy|feasibility of", 1), ("is|are|was * applicable|transferable|scalable|robust|shown|generalizable|capable", 1.3), ("applicable to", 1.2), ("enable|enables|enabling|allow|allows|allowing us|the|for|to", 1.2), ("enable|enables|enabling|allow|allows|allowing|making|offering", 0.9), ("without", 0.4), ("is|are able to", 1.3), ("can * be * used|applied|deployed|implemented|integrated", 1.2), ("successfully", 1.2), ("speedup|speedups|improvement|improvements|gain|gains|reduction|acceleration", 0.8),
        ("results|experiments|evaluation|evaluations|experimentation * show|demonstrate|indicate|confirm|validate|reveal|suggest|highlight|underline", 2.4), ("results|experiments|evaluation|evaluations|experimentation _ show|demonstrate|indicate|confirm|validate|reveal|suggest|highlight|underline", 2.3), ("showing|demonstrating|demonstrated that|a|the|its|superior", 1.6), ("robust to|against", 1), ("# %", 0.9), ("generalize|generalizes|generalise to|across|beyond", 1.2), ("up to #", 0.8), ("high|strong|competitive|remarkable|better performance|accuracy|quality", 0.8), ("we * achieve|obtain|demonstrate|verify|attain", 2), ("it|this|our|the * serves|works|expands|opens", 1), ("useful|beneficial for|to", 0.8), ("does|do not require|need|change", 1),
    ];

    public static readonly (string Phrase, double Weight)[] Comparison =
    [
        ("outperform|outperforms|outperformed|outperforming|surpass|surpasses|surpassed|surpassing|underperform|underperforms|exceed|exceeds|beat|beats|outweigh", 3.2), ("superior|superiority", 2.6), ("on par|parity", 2.6), ("competitive|comparable|comparably", 2.4), ("new|achieve|achieves|achieving|achieved|yields|demonstrate|improves|surpass|matches|reaches|improving|attains|obtains|sets _ state of the art", 3), ("new|achieve|achieves|achieving|achieved|match|matches _ sota", 3), ("state of the art results|performance|accuracy", 2.6),
        ("better|worse|faster|higher|lower|fewer|less|more|larger|smaller|stronger|greater|cheaper|simpler|harder|easier _ than", 2.8), ("compared|relative to|with", 1.8), ("over|than existing|previous|prior|current|conventional|traditional|baseline|baselines|vanilla|other|standard", 1.8), ("match|matches|matching the performance|results|accuracy", 2.6), ("more|less * efficient|effective|accurate|robust|expressive|stable|scalable|transferable|interpretable", 1),
        ("improves|improve|improvement|improvements|gain|gains|speedup|reduction _ over", 2.4), ("best|better results|performance", 1), ("unlike existing|previous|prior|other|standard|traditional|conventional|many|most", 1.2), ("perform|performs * better|worse|similarly|comparably", 1.8), ("rivals|rival|rivaling", 2.4), ("the best", 0.4),
    ];

    public static readonly (string Phrase, double Weight)[] Finding =
    [
        ("we * find|found|observe|observed|discover|discovered|argue|contend|conclude|hypothesize|hypothesise|suggest|identify|reveal|uncover|posit|pinpoint|believe|confirm|propose that", 3.4), ("we|i * show|demonstrate|establish|prove|reveal that|how", 2.4), ("we * find|found|observe|observed|discover|identify|reveal|uncover|argue|contend|conclude|pinpoint|rethink", 2.2), ("paper|work|article|study * argues|contends|demonstrates|shows|reveals|finds|suggests|challenges", 2.6),
        ("results|findings|analysis|experiments|study|studies|data|evidence|insights|observation|evaluation|analyses|work|these|this|which _ suggest|suggests|indicate|indicates|reveal|reveals|imply|implies|highlight|highlights|support|challenge|challenges|underscore|underscores|explains", 2.4), ("suggests|indicates|implies|reveals that", 1.8), ("our * analysis", 1.2), ("analysis * reveals|shows", 1), ("reveals|reveal a|an|the|how", 1.4),
        ("it is|was * shown|found|observed|concluded|revealed|demonstrated", 2.4), ("it has been * shown|found|observed", 2.2), ("surprisingly|interestingly|remarkably|intriguingly", 1.8), ("key * insight|insights|finding|findings", 2.2), ("finding|observation|insight is|that", 2.4), ("suggesting|indicating|implying|revealing that", 1.6), ("revealing|highlighting|suggesting", 1), ("is|are|was|were * associated|correlated|related|driven|caused with|to|by", 1.4), ("finding|findings", 0.8), ("we * characterize|characterise|analyze|trace", 1.6),
        ("showed|revealed|indicated|suggested that", 2), ("significantly|significant * higher|lower|increased|decreased|reduced|associated|different|difference", 1.6), ("was|were * increased|decreased|reduced|higher|lower|significantly|observed|detected", 1.2), ("explain|explains why", 1.2), ("hence|thus|therefore", 0.8), ("in conclusion", 2.4), ("can degrade|fail|cause|act", 0.8), ("this|these finding|findings|observation|phenomenon", 1.4),
    ];

    public static readonly (string Phrase, double Weight)[] Theory =
    [
        ("we|i * prove|derive|bound", 3.2), ("establish|establishes|derive|derives a|an|the * upper|lower|bound|bounds|convergence|equivalence", 3), ("we * formalize", 1.2), ("prove|proves|proved|proven that|by|upper|lower", 2.8), ("upper|lower|error|regret|generalization|approximation * bound|bounds", 2.2), ("theoretically * show|prove|demonstrate|investigate|establish|analyze|analyse", 2.6), ("mathematical|theoretical * derivation|derivations|guarantee|guarantees", 1.8), ("theoretical * analysis", 1.2), ("theorem|theorems|lemma|proof|proofs", 1.5), ("convergence * guarantee|guarantees|rate|analysis|proof", 1.4), ("necessary and sufficient", 1.8), ("np hard|complete", 1.8), ("by construction", 1.2), ("polynomial time", 0.8), ("shows|show the equivalence", 2),
    ];

    public static readonly (string Phrase, double Weight)[] Availability =
    [
        ("code|codes|implementation|implementations|software|weights|checkpoints|demo|demos|library|toolkit|source|videos _ available|released|accessible|published", 3.4), ("code|codes|data|dataset|datasets|models|model|videos|benchmark|resources|materials|corpus|implementation|implementations * is|are * available|released|accessible|public", 3.4), ("code|codes|implementation|data _ found at|in|on", 3.4), ("can be found at|in|on|under", 2.4), ("is|are * available|released|accessible at|on|online|from|under|in", 2.6), ("code|data * available", 3), ("code|codes|data|dataset|implementation|models|videos|software _ https", 3.4),
        ("publicly|freely|openly * available|released|accessible", 1.6), ("we * release|share|publish", 2.4), ("we * provide|publish|share _ code|data|videos|implementation|models|demos", 3.8), ("project page|website", 3), ("open sourced", 1), ("available at|on|online|under", 1.8), ("https", 0.9),
    ];

    /// <summary>Hopes, aims, announcements and promises: they lower the score of every type.</summary>
    public static readonly (string Phrase, double Weight)[] Against =
    [
        ("we * hope", 4), ("hope|hopes", 1.5), ("we * plan|intend to", 5), ("will * be|open|release|make", 3), ("will", 0.8), ("in the future", 2), ("we|paper|study|work|research|goal|objective * aim|aims|seek|seeks to", 2.5), ("aim|goal|objective|purpose of this|our|the", 2), ("aim|goal|objective|purpose is|was to", 2), ("we * study|investigate|explore|examine|consider|discuss|focus|address|revisit", 1.5), ("paper|work|study|article|investigation * investigates|studies|explores|examines|considers|discusses|addresses|focuses|aims", 2), ("we * evaluate|compare|conduct|test|perform|assess|analyse|measure|apply|use|train|adopt|employ|select|leverage|utilize|fine", 1.2),
        ("was|were * performed|conducted|used|measured|assessed|analyzed|evaluated|recruited|collected|included|carried", 1.6), ("consists|comprises|consist of", 1.5), ("future work|research|studies", 1.2), ("further|future * research|empirical|validation|investigation", 1.6), ("might|could", 0.5), ("remains|remain * unclear|unknown|open|poorly|understudied|underexplored|challenging", 1.5), ("in order to", 0.3), ("whether", 0.6), ("is|are formulated", 0.5), ("aims|aim to", 1), ("have|has * shown|gained|demonstrated|attracted|become|led", 1.2),
    ];

    /// <summary>The sentence speaks of the authors' own work.</summary>
    public static readonly (string Phrase, double Weight)[] Own =
    [
        ("we|our|ours|i", 1), ("this|the present paper|work|study|article|approach|method|framework|model|system|survey|research", 1), ("this|these * innovations|contribution|algorithm|technique|strategy|finding|findings|observation", 1), ("proposed", 1), ("these results|findings|data", 1), ("experiments|results|evaluation|evaluations", 1), ("furthermore|moreover|additionally|notably|crucially|importantly|finally|surprisingly|therefore|consequently", 1),
    ];
}
