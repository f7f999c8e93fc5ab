using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests.Classification;

public sealed class TaxonomyTests
{
    [Fact]
    public void Load_ValidFile_KeepsNamesOrderAndTerms()
    {
        var taxonomy = Load(Some.File(Some.Entry("plants.roses", parent: "plants"), Some.Entry("plants")));

        Assert.Equal("garden", taxonomy.Name);
        Assert.Equal("7", taxonomy.Version);
        Assert.Equal(["plants.roses", "plants"], taxonomy.Topics.Select(topic => topic.Id));
        Assert.Equal("plants", taxonomy.Topics[0].Parent);
        Assert.Equal(new WeightedTerm("rose", 1.0), Assert.Single(taxonomy.Topics[0].Terms));
    }

    [Fact]
    public void Load_TopicWithoutTerms_IsAGroupAndNeedsNoPrior()
    {
        var taxonomy = Load(Some.File("""{"id": "plants", "name": "N", "description": "D"}"""));

        Assert.Empty(Assert.Single(taxonomy.Topics).Terms);
    }

    [Theory]
    [InlineData("""{"name": "g", "version": "7", "topics": []}""", "format is missing")]
    [InlineData("""{"format": 3, "name": "g", "version": "7", "topics": []}""", "Format version 3 is unknown")]
    [InlineData("""{"format": 2, "version": "7", "topics": []}""", "name is missing")]
    [InlineData("""{"format": 2, "name": "g", "version": " ", "topics": []}""", "version is missing")]
    [InlineData("""{"format": 2, "name": "g", "version": "7"}""", "topics is missing")]
    [InlineData("""{"format": 2, "name": "g", "version": "7", "topics": []}""", "topics is missing")]
    [InlineData("""{"format": 2, "name": "g", "version": "7", "topics": [null]}""", "Topic number 1: the field id is missing")]
    [InlineData("""{"format": 2, "colour": "red"}""", "colour")]
    [InlineData("""{"format": 2, "format": 2}""", "format")]
    [InlineData("null", "empty")]
    [InlineData("", "cannot be read")]
    [InlineData("{", "cannot be read")]
    public void Load_UnusableFile_NamesWhatIsWrong(string file, string expected)
        => Assert.Contains(expected, Refusal(file), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id": "a", "description": "D"}""", "Topic a: the field name is missing")]
    [InlineData("""{"id": "a", "name": "N"}""", "Topic a: the field description is missing")]
    [InlineData("""{"id": "a", "name": "N", "description": "D", "terms": {"rose": 1.0}}""", "Topic a: the field prior is missing")]
    [InlineData("""{"id": "a", "name": "N", "description": "D", "prior": 20.1}""", "Topic a: the prior 20.1")]
    [InlineData("""{"id": "a", "name": "N", "description": "D", "parent": "b"}""", "Topic a: the parent b does not exist")]
    [InlineData("""{"id": "a", "name": "N", "description": "D", "parent": "a"}""", "parents form a circle")]
    public void Load_UnusableTopic_NamesTopicAndReason(string entry, string expected)
        => Assert.Contains(expected, Refusal(Some.File(entry)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"rose\": 0", "the weight 0 of \"rose\"")]
    [InlineData("\"rose\": -1", "the weight -1")]
    [InlineData("\"rose\": 10.5", "the weight 10.5")]
    [InlineData("\"...\": 1", "has 0 words")]
    [InlineData("\"a b c d e f g\": 1", "has 7 words")]
    [InlineData("\"rose\": 1, \"Roses\": 2", "\"Roses\" is given twice")]
    [InlineData("\"tea rose\": 1, \"tea-rose\": 2", "\"tea-rose\" is given twice")]
    public void Load_UnusableTerm_NamesTheTerm(string terms, string expected)
        => Assert.Contains(expected, Refusal(Some.File(Some.Entry("a", terms: terms))), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"rose\": 10")]
    [InlineData("\"rose\": 0.01")]
    [InlineData("\"a b c d e f\": 1")]
    public void Load_TermAtTheLimit_IsAccepted(string terms)
        => Assert.Single(Load(Some.File(Some.Entry("a", terms: terms))).Topics[0].Terms);

    [Fact]
    public void Load_SameIdTwice_NamesIt()
        => Assert.Contains("Topic a is given twice", Refusal(Some.File(Some.Entry("a"), Some.Entry("a"))), StringComparison.Ordinal);

    [Fact]
    public void Load_ParentsInACircle_NamesATopicOfIt()
        => Assert.Contains(
            "Topic a: its parents form a circle through a",
            Refusal(Some.File(Some.Entry("a", parent: "b"), Some.Entry("b", parent: "c"), Some.Entry("c", parent: "a"))),
            StringComparison.Ordinal);

    private static Taxonomy Load(string file)
    {
        using var stream = Some.Stream(file);
        return Taxonomy.Load(stream);
    }

    private static string Refusal(string file) => Assert.Throws<TaxonomyException>(() => Load(file)).Message;
}
