using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Classification;

/// <summary>The taxonomy as shipped, on invented papers that leave no doubt.</summary>
public sealed class ArxivTaxonomyTests
{
    private static readonly TopicAnalyzer Analyzer = new(Taxonomy.Default, minimumScore: 0.35);

    [Theory]
    [InlineData("cs")]
    [InlineData("stat")]
    [InlineData("math")]
    [InlineData("physics")]
    [InlineData("q-bio")]
    [InlineData("econ")]
    [InlineData("q-fin")]
    public void Default_Group_HasTopicsWithTerms(string group)
        => Assert.Contains(Taxonomy.Default.Topics, topic => topic.Parent == group && topic.Terms.Count > 0);

    [Fact]
    public void Default_Version_IsStampedOnResults() => Assert.Equal("arxiv/3", Analyzer.Version.Taxonomy);

    [Theory]
    [InlineData("quant-ph", "Shallow quantum circuits", "We compile a quantum algorithm to fewer qubits and measure entanglement on quantum hardware.")]
    [InlineData("q-bio.BM", "Designing small binders", "Protein design for an antibody with high binding affinity, checked by its predicted protein structure.")]
    [InlineData("astro-ph.EP", "A hot Jupiter seen twice", "The exoplanet crosses its star; we model the planetary atmosphere from each transit.")]
    [InlineData("cond-mat.supr-con", "Strain lifts the transition", "In this superconductor the superconducting transition moves; cuprate films show the same pairing symmetry.")]
    [InlineData("nucl-ex", "Rare decays counted", "A search for double beta decay with an enriched isotope, and its cross section measurement.")]
    [InlineData("hep-lat", "Smaller spacing, same mass", "With lattice QCD and staggered fermions we reach the continuum limit of the quark mass.")]
    [InlineData("math.GT", "Knots on surfaces", "A knot invariant from the mapping class group; the Jones polynomial of each 3-manifold follows.")]
    [InlineData("math.RT", "Characters again", "Irreducible representations of a reductive group and its Hecke algebra.")]
    [InlineData("q-bio.MN", "Switches in cells", "A gene regulatory network of transcription factors; its signaling pathway is a Boolean network.")]
    [InlineData("q-fin.PR", "Smiles explained", "Option pricing under Heston: the implied volatility of an American option.")]
    [InlineData("physics.space-ph", "A storm passes", "The magnetosphere during a geomagnetic storm, with the solar wind and the ionosphere observed.")]
    [InlineData("astro-ph.GA", "Dust in early galaxies", "Telescope spectra at high redshift show star formation in each galaxy.")]
    public void Analyze_PlainCase_AssignsTheSubject(string expected, string title, string text)
        => Assert.Contains(expected, Analyzer.Analyze(title, text).Topics.Select(topic => topic.Id));

    [Theory]
    [InlineData("cs.CV")]
    [InlineData("cs.CL")]
    [InlineData("eess.SP")]
    [InlineData("cs.SY")]
    [InlineData("stat.ML")]
    public void Default_SubjectThatTheModelLearns_HasNoTerms(string id)
        => Assert.Empty(Taxonomy.Default.Topics.Single(topic => topic.Id == id).Terms);

    [Fact]
    public void Default_TopicWithTerms_HasEnoughOfThem()
        => Assert.All(Taxonomy.Default.Topics.Where(topic => topic.Terms.Count > 0), topic => Assert.True(topic.Terms.Count >= 10, topic.Id));

    [Theory]
    [InlineData("", "")]
    [InlineData("404", "Not found. Please try again later or return to the start page.")]
    [InlineData("Der Garten im Herbst", "Wir beschreiben, wie man Rosen schneidet und den Boden auf den Winter vorbereitet.")]
    [InlineData("庭の手入れ", "秋のバラの剪定について述べる。")]
    [InlineData("qwzx pfgh", "lkjh mnbv ztrw 0000 ---- ####")]
    public void Analyze_NoiseOrAnotherLanguage_Abstains(string title, string text)
        => Assert.True(Analyzer.Analyze(title, text).Abstained);
}
