using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.TopicClassifier.Tests.Classification.Learned;

/// <summary>The models as shipped, on invented papers that leave no doubt.</summary>
public sealed class BuiltInModelsTests
{
    [Theory]
    [InlineData("arxiv", 20)]
    [InlineData("nlp", 130)]
    public void Find_OfEachTaxonomy_FitsIt(string taxonomy, int leastTopics)
    {
        var model = BuiltInModels.Find(taxonomy);

        Assert.NotNull(model);
        Assert.True(model.Fits(BuiltInTaxonomies.Get(taxonomy)));
        Assert.True(model.Labels.Count >= leastTopics);
    }

    [Fact]
    public void Find_OfAnUnknownTaxonomy_IsNull() => Assert.Null(BuiltInModels.Find("garden"));

    [Theory]
    [InlineData("arxiv", "cs.CV", "Sharper masks for instance segmentation", "Each image is cut into patches, and a vision transformer labels every pixel.")]
    [InlineData("arxiv", "cs.CL", "Translating proverbs between distant languages", "We fine-tune a multilingual language model for machine translation of figurative text.")]
    [InlineData("arxiv", "cs.RO", "Folding towels with two arms", "A mobile robot learns manipulation from demonstrations, and its controller avoids collisions while grasping.")]
    [InlineData("arxiv", "eess.AS", "Whispered speech recognition in trains", "Acoustic models for automatic speech recognition fail on noisy audio; we adapt them to the speaker.")]
    [InlineData("arxiv", "quant-ph", "Shallow quantum circuits", "We compile a quantum algorithm to fewer qubits and measure entanglement on quantum hardware.")]
    [InlineData("nlp", "machine-translation", "Translating proverbs between distant languages", "We train a neural machine translation system on parallel text of two languages.")]
    [InlineData("nlp", "question-answering", "Asking about recipes", "A data set for question answering: each question has an answer in a passage about cooking.")]
    public void Analyze_PlainCase_AssignsTheSubject(string taxonomy, string expected, string title, string text)
        => Assert.Contains(expected, TopicAnalyzer.BuiltIn(BuiltInTaxonomies.Get(taxonomy), null).Analyze(title, text).Topics.Select(topic => topic.Id));

    [Theory]
    [InlineData("", "")]
    [InlineData("404", "Not found. Please try again later or return to the start page.")]
    [InlineData("Der Garten im Herbst", "Wir beschreiben, wie man Rosen schneidet und den Boden auf den Winter vorbereitet.")]
    [InlineData("Le jardin en automne", "Nous décrivons la taille des roses et la préparation du sol pour l'hiver, avec une méthode simple.")]
    [InlineData("庭の手入れ", "秋のバラの剪定について述べる。")]
    [InlineData("qwzx pfgh", "lkjh mnbv ztrw 0000 ---- ####")]
    public void Analyze_NoiseOrAnotherLanguage_Abstains(string title, string text)
        => Assert.True(TopicAnalyzer.BuiltIn(Taxonomy.Default, null).Analyze(title, text).Abstained);
}
