namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Phrases that tell what a sentence does. A weight is a log-odds, about 1 for a hint and 3 for near certainty.</summary>
internal static class RoleCues
{
    public static readonly (string Phrase, double Weight)[] Background =
    [
        ("in recent years", 2.5), ("recent years", 2), ("recently", 1.2), ("recent|current advances|advancements|progress|developments|work|works|studies|research|methods", 1.8),
        ("have|has been * studied|used|shown|applied|investigated|explored|considered|developed|adopted|recognized", 1.4), ("have|has been", 1), ("there has been", 2),
        ("have|has * become|emerged|gained|attracted|received|led|achieved|shown|demonstrated|revolutionized|brought", 1.5),
        ("however", 1.1), ("but", 0.3), ("unfortunately", 1), ("nevertheless", 0.6), ("despite", 0.7), ("yet", 0.5), ("although", 0.4), ("due to", 0.7), ("since the", 0.8),
        ("is|are one of", 1.8), ("is|are an|a * important|crucial|challenging|fundamental|key|central|essential|popular|common|major|critical|powerful|promising", 1.6),
        ("is|are * important|crucial|challenging|essential|popular|common|known|used|critical|difficult|limited", 0.8), ("remains|remain", 1.3), ("often", 1), ("typically", 0.9),
        ("usually", 0.9), ("commonly", 0.8), ("increasingly", 1.3), ("traditional|conventional|existing|previous|prior|current|standard|classical approaches|methods|techniques|models|work|works|solutions|systems|algorithms|efforts", 1),
        ("existing|previous|prior|traditional|conventional", 0.4), ("most|many existing|of", 0.8), ("many", 0.5), ("the internet of things", 1), ("the rise|growth|advent|emergence|success|development of", 1),
        ("rapid", 0.8), ("growing", 0.8), ("increasing", 0.6), ("widely", 0.6), ("suffer|suffers from", 0.9), ("rely|relies on", 0.4), ("fail|fails to", 0.6), ("little is known", 2), ("little|limited attention|work|research", 1.5),
        ("lack of", 0.6), ("is referred to as", 1), ("is|are defined as", 0.8), ("such as", 0.3), ("open problem|question|challenge", 1), ("it is well known", 2), ("plays|play a|an", 1), ("require|requires", 0.4), ("modern", 0.6), ("over the past|last", 1.8),
    ];

    public static readonly (string Phrase, double Weight)[] Objective =
    [
        ("the|our * aim|goal|objective|purpose|focus of|is|was", 2.6), ("aim|goal|objective|purpose of this", 2.6), ("main|primary aim|goal|objective|purpose", 2.2), ("we * aim|seek|attempt|intend|want|wish to", 2.4), ("aims|aimed|seeks|attempts|intends to", 2),
        ("in order to", 0.3), ("this|the|our|present paper|work|article|study|thesis|chapter|research is|was to", 3), ("we * ask|investigate|study|explore|examine|consider|address|tackle|focus|revisit|analyze|analyse", 1.3),
        ("this|the paper|article|work|study|chapter|thesis|research * investigates|studies|explores|examines|considers|addresses|tackles|focuses|revisits|discusses|describes|reviews|deals|concerns|looks|analyzes|reports|attempts", 1.9),
        ("in this paper|work|article|study|chapter|thesis|letter|survey we", 1.1), ("in this paper|work|article|study|chapter|thesis|letter|survey", 1), ("in the present work|study|paper", 1),
        ("research question|questions", 1.2), ("whether", 0.6), ("to investigate|examine|explore|determine|assess|understand|identify whether|how|the", 0.8), ("problem of", 0.4), ("a|an|comprehensive survey|review|overview of", 1.2), ("the problem of how", 0.8),
    ];

    public static readonly (string Phrase, double Weight)[] Method =
    [
        ("we * propose|introduce|present|develop|design|construct|build|create|devise|formulate|define", 1.8), ("we * use|apply|adopt|employ|extend|train|leverage|combine|utilize|model|implement|collect|integrate|select|optimize|compute|augment|adapt|learn|modify|fine", 1.7),
        ("we * evaluate|test|conduct|perform|compare|validate", 0.8), ("we * describe|provide|give", 0.8), ("first we", 1), ("we call", 0.8), ("is|are * proposed|introduced|presented|developed|designed", 1.2), ("our|proposed|this|the method|approach|model|algorithm|framework|system|procedure|architecture * uses|consists|learns|takes|combines|employs|leverages|is|incorporates|integrates|involves|comprises|includes|automates|applies|exploits|utilizes|adopts|extends|adapts", 1.3),
        ("consists|comprises of", 0.8), ("is|are * used to", 0.7), ("is|are * used|applied|trained|computed|extracted|calculated|collected|implemented|combined|constructed|obtained|performed|carried|then|fed|based", 0.7), ("was|were * used|applied|trained|computed|extracted|calculated|collected|implemented|performed|carried|conducted|recruited|included|measured|analyzed|assessed|selected", 0.8),
        ("specifically", 1), ("in particular", 0.6), ("concretely", 1), ("first", 0.6), ("second", 0.5), ("then", 0.7), ("based on", 0.5), ("using a|an|the", 0.5), ("by using|introducing|combining|learning|leveraging", 0.5), ("to this end", 1.3), ("to do so", 1.2), ("to achieve this", 1.2), ("to address|tackle|overcome|solve|mitigate|alleviate|bridge|handle this|these|the", 1), ("followed by", 0.6),
        ("a|an novel|new", 0.6), ("inspired by", 0.8), ("unlike", 0.3), ("which * uses|learns|combines|consists|allows", 0.5), ("is|are formulated", 1), ("as input", 0.6), ("each", 0.3), ("experiments|experiment were|was", 0.4), ("this|the paper|work|article|study * introduces|proposes|presents", 2.2), ("is based on", 0.8),
    ];

    public static readonly (string Phrase, double Weight)[] Result =
    [
        ("results|experiments|findings|evaluation|evaluations|analysis|study|simulations|analyses|experiment|data|evidence|insights _ show|shows|demonstrate|demonstrates|indicate|indicates|suggest|suggests|reveal|reveals|showed|confirm|confirms|highlight|validate|prove|establish|underline|demonstrated|indicated|revealed|verify|imply|exhibit|achieve|outperform|outperforms|support", 2.3),
        ("experimental|empirical|simulation|numerical results|evaluation|evaluations|study|experiments", 1.5), ("extensive experiments|experimental|experimentation|evaluation|evaluations|empirical", 1.5), ("experiments on|with|in|across", 1.2), ("results on|of|from|in|are|obtained|were", 1), ("our|the|these results|findings", 1.2),
        ("we * show|demonstrate|find|found|observe|prove|conclude|establish|derive|discover|argue|obtain|achieve|report|identify|verify|hypothesize|contend|confirm", 1.4), ("we * show how", -0.6), ("it is|was * shown|found|observed|concluded|demonstrated|proved", 1.8), ("has been * shown|observed that", 0.4), ("show|shows|demonstrate|demonstrates|suggest|suggests|indicate|indicates that", 0.7),
        ("outperform|outperforms|outperformed|surpass|surpasses|outperforming|surpassing", 1.5), ("state of the art", 0.6), ("achieve|achieves|achieved|achieving|attains|yields", 0.9), ("compared to|with", 0.5), ("than", 0.5), ("superior|superiority", 0.9), ("effectiveness", 0.6), ("# %", 1), ("%", 0.7), ("accuracy", 0.5), ("significantly|significant", 0.5), ("improvement|improvements|improves|improved", 0.5), ("better", 0.5), ("best", 0.4),
        ("finally", 0.7), ("surprisingly|interestingly|remarkably|notably", 1), ("conclude|concluded|conclusion|conclusions", 1.6), ("we evaluate", 0.8), ("future work|research|studies", 1), ("implications", 0.9), ("on * benchmark|benchmarks|datasets", 0.6), ("together", 0.3), ("overall", 0.5), ("robust to", 0.4), ("was|were * higher|lower|associated|significantly|found|observed|increased|decreased|reduced", 1.2), ("p", 0.3), ("theoretical", 0.2), ("the * proposed", 0.4),
    ];

    public static readonly (string Phrase, double Weight)[] Other =
    [
        ("all rights reserved", 5), ("elsevier", 4), ("copyright", 3), ("published by", 2.5), ("© #", 3), ("c #", 1.5), ("code|codes|data|dataset|datasets|implementation|implementations|models|videos|software|weights|checkpoints|page|demo|benchmark|resources|materials _ available", 3),
        ("available at|on|online|from|under", 1.6), ("publicly|freely|openly * available", 1.2), ("is|are * available", 1), ("we|will * release|share|open", 1.4), ("open source|sourced", 0.5), ("can be found at|in|on", 1.5), ("is|are * released at|on|under|to", 2), ("project page|website", 2.5), ("source code", 1.8), ("this work was supported", 5),
        ("we * hope", 3), ("hope|hopes", 1), ("we * believe", 1.5), ("future work|research|directions", 0.3), ("this work|paper|study|research * marks|represents|paves|opens|contributes|serves", 1.5), ("pave|paves|paving the way", 0.6), ("keywords", 2), ("doi", 2.5), ("we plan to", 2.5), ("opening|open up", 0.6), ("further|future research|exploration|empirical", 0.6), ("in the future", 1), ("the * contributions|remainder|rest of", 0.8),
    ];
}
