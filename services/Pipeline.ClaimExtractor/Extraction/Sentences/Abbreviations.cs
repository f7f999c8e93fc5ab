namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>Words before a full stop that need not end the sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Never the last word of a sentence.</summary>
    public static readonly WordSet Inside = new(
        "e.g i.e eg ie cf vs viz fig figs eq eqs eqn eqns ref refs thm dr prof mr mrs st ca approx ex subsp op");

    /// <summary>Ends the sentence only before a word that begins one.</summary>
    public static readonly WordSet Either = new(
        "al ms i.i.d w.r.t a.k.a s.t inc ltd corp co jr sr u.s u.k u.s.a a.m p.m ph.d b.v dept univ inst est var resp sp spp isp syn nov "
        + "proc natl acad sci syst lett trans conf symp int assoc rev phys chem biol med appl comput wt vol mol");

    /// <summary>Does not end the sentence before a digit.</summary>
    public static readonly WordSet BeforeNumber = new(
        "no nos nr n p pp v vol vols ver ch chap sec secs tab alg app appx jan feb mar apr jun jul aug sep sept oct nov dec lem prop tbl");
}
