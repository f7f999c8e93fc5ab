using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Classification;

/// <summary>The taxonomies as shipped: complete, and every name leads where it should.</summary>
public sealed class BuiltInTaxonomiesTests
{
    private static readonly TopicLookup Arxiv = new(BuiltInTaxonomies.Get("arxiv"));
    private static readonly TopicLookup Nlp = new(BuiltInTaxonomies.Get("nlp"));

    [Theory]
    [InlineData("cs", "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC SD SE SI SY")]
    [InlineData("econ", "EM GN TH")]
    [InlineData("eess", "AS IV SP SY")]
    [InlineData("math", "AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT SG SP ST")]
    [InlineData("astro-ph", "CO EP GA HE IM SR")]
    [InlineData("cond-mat", "dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con")]
    [InlineData("nlin", "AO CD CG PS SI")]
    [InlineData("physics", "acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph")]
    [InlineData("q-bio", "BM CB GN MN NC OT PE QM SC TO")]
    [InlineData("q-fin", "CP EC GN MF PM PR RM ST TR")]
    [InlineData("stat", "AP CO ME ML OT TH")]
    public void Arxiv_EveryCategoryOfAnArchive_IsFoundByItsCode(string archive, string categories)
        => Assert.All(categories.Split(' '), category => Assert.NotNull(Arxiv.Find($"{archive}.{category}")));

    [Theory]
    [InlineData("gr-qc", "gr-qc")]
    [InlineData("hep-lat", "hep-lat")]
    [InlineData("nucl-th", "nucl-th")]
    [InlineData("quant-ph", "quant-ph")]
    [InlineData("cs.NA", "math.NA")]
    [InlineData("math.IT", "cs.IT")]
    [InlineData("math.MP", "math-ph")]
    [InlineData("stat.TH", "math.ST")]
    [InlineData("q-fin.EC", "econ.GN")]
    [InlineData("cs.SY", "cs.SY")]
    [InlineData("eess.SY", "eess.SY")]
    [InlineData("machine learning", "cs.LG")]
    [InlineData("NLP", "cs.CL")]
    [InlineData("Computer Vision", "cs.CV")]
    [InlineData("physics", "physics")]
    public void Arxiv_ByName_FindsTheTopic(string name, string expected) => Assert.Equal(expected, Arxiv.Find(name)?.Id);

    [Theory]
    [InlineData("NMT", "neural-mt")]
    [InlineData("Machine Translation (MT)", "machine-translation")]
    [InlineData("llm", "large-language-models")]
    [InlineData("Named Entity Recognition", "named-entity-recognition")]
    [InlineData("POS", "part-of-speech-tagging")]
    [InlineData("text summarisation", "automatic-text-summarization")]
    public void Nlp_ByName_FindsTheTopic(string name, string expected) => Assert.Equal(expected, Nlp.Find(name)?.Id);

    [Fact]
    public void Nlp_HasThreeLevels()
    {
        var topics = BuiltInTaxonomies.Get("nlp").Topics;

        Assert.Equal(181, topics.Count);
        Assert.Equal(3, topics.Max(topic => Depth(topics, topic)));
        Assert.Contains("ner-for-nested-entities", Nlp.Under(Nlp.Find("information extraction")!));
    }

    [Theory]
    [InlineData("arxiv")]
    [InlineData("nlp")]
    public void EveryTopic_HasADescriptionOfOneLineThatSaysMoreThanItsName(string taxonomy)
        => Assert.All(BuiltInTaxonomies.Get(taxonomy).Topics, topic =>
        {
            Assert.EndsWith(".", topic.Description, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', topic.Description);
            Assert.NotEqual(topic.Name, topic.Description.TrimEnd('.'));
        });

    [Fact]
    public void Names_AreBoth() => Assert.Equal(["arxiv", "nlp"], BuiltInTaxonomies.Names);

    private static int Depth(IReadOnlyList<TopicDefinition> topics, TopicDefinition topic)
        => topic.Parent is null ? 1 : 1 + Depth(topics, topics.First(other => other.Id == topic.Parent));
}
