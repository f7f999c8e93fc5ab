namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words before a full stop that does not end the sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Never the last word of a sentence.</summary>
    public static readonly string[] Inside =
    [
        "e.g", "i.e", "cf", "vs", "viz", "fig", "figs", "eq", "eqs", "eqn", "sec", "secs", "ref", "refs", "tab", "alg", "thm",
        "dr", "prof", "mr", "mrs", "ms", "st", "vol", "pp", "ca", "approx", "ex", "resp", "spp", "sp", "subsp", "nos", "op",
    ];

    /// <summary>Ends the sentence only before a word that begins one.</summary>
    public static readonly string[] Either =
    [
        "al", "i.i.d", "w.r.t", "a.k.a", "s.t", "inc", "ltd", "corp", "co", "jr", "sr", "u.s", "u.k", "u.s.a", "a.m", "p.m", "ph.d", "b.v", "no", "dept", "univ", "est", "var",
    ];

    /// <summary>Words that commonly begin a sentence.</summary>
    public static readonly string[] Starters =
    [
        "we", "the", "this", "these", "those", "that", "it", "its", "in", "our", "to", "however", "for", "as", "a", "an", "although", "while", "when", "with", "by", "on", "at",
        "from", "further", "furthermore", "moreover", "finally", "first", "second", "third", "here", "there", "then", "thus", "therefore", "hence", "such", "many", "most",
        "some", "recent", "recently", "despite", "unlike", "both", "each", "one", "two", "experiments", "results", "experimental", "code", "based", "additionally", "specifically",
        "extensive", "existing", "another", "because", "since", "if", "after", "given", "using", "they", "i", "through", "under", "no", "not", "yet", "but", "and",
    ];
}
