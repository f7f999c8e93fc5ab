using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Classification;

/// <summary>The taxonomy as shipped, on invented papers that leave no doubt.</summary>
public sealed class ArxivTaxonomyTests
{
    private static readonly TopicAnalyzer Analyzer = new(Taxonomy.Default, minimumScore: 0.35);

    [Theory]
    [InlineData("cs")]
    [InlineData("stat")]
    [InlineData("eess")]
    [InlineData("math")]
    [InlineData("physics")]
    [InlineData("q-bio")]
    [InlineData("econ")]
    [InlineData("q-fin")]
    public void Default_Group_HasTopicsWithTerms(string group)
        => Assert.Contains(Taxonomy.Default.Topics, topic => topic.Parent == group && topic.Terms.Count > 0);

    [Fact]
    public void Default_Version_IsStampedOnResults() => Assert.Equal("arxiv/2", Analyzer.Version.Taxonomy);

    [Theory]
    [InlineData("cs.CV", "Sharper masks for instance segmentation", "Each image is cut into patches, and a vision transformer labels every pixel.")]
    [InlineData("cs.CL", "Translating proverbs between distant languages", "We fine-tune a multilingual language model for machine translation of figurative text.")]
    [InlineData("cs.LG", "Why small learning rates forget less", "For deep neural networks trained by stochastic gradient descent we bound forgetting in continual learning.")]
    [InlineData("cs.RO", "Folding towels with two arms", "A mobile robot learns manipulation from demonstrations, and its controller avoids collisions while grasping.")]
    [InlineData("cs.IR", "Fewer clicks, better ranking", "A recommender system orders items by retrieval from past sessions and improves the ranking on a web search log.")]
    [InlineData("cs.CR", "Malware hidden in plain updates", "The attack evades intrusion detection and every other defense; the security of home devices suffers.")]
    [InlineData("cs.SE", "Which bugs do reviewers miss?", "In software engineering projects we study bugs that survive code review and unit tests.")]
    [InlineData("eess.AS", "Whispered speech recognition in trains", "Acoustic models for automatic speech recognition fail on noisy audio; we adapt them to the speaker.")]
    [InlineData("stat.ML", "Sharper bounds for kernel regression", "We prove a lower bound for high-dimensional estimators; theoretical results and numerical experiments agree.")]
    [InlineData("quant-ph", "Shallow quantum circuits", "We compile a quantum algorithm to fewer qubits and measure entanglement on quantum hardware.")]
    [InlineData("q-bio.BM", "Designing small binders", "Protein design for an antibody with high binding affinity, checked by its predicted protein structure.")]
    [InlineData("astro-ph.GA", "Dust in early galaxies", "Telescope spectra at high redshift show star formation in each galaxy.")]
    public void Analyze_PlainCase_AssignsTheSubject(string expected, string title, string text)
        => Assert.Contains(expected, Analyzer.Analyze(title, text).Topics.Select(topic => topic.Id));

    [Theory]
    [InlineData("", "")]
    [InlineData("404", "Not found. Please try again later or return to the start page.")]
    [InlineData("Der Garten im Herbst", "Wir beschreiben, wie man Rosen schneidet und den Boden auf den Winter vorbereitet.")]
    [InlineData("庭の手入れ", "秋のバラの剪定について述べる。")]
    [InlineData("qwzx pfgh", "lkjh mnbv ztrw 0000 ---- ####")]
    public void Analyze_NoiseOrAnotherLanguage_Abstains(string title, string text)
        => Assert.True(Analyzer.Analyze(title, text).Abstained);
}
