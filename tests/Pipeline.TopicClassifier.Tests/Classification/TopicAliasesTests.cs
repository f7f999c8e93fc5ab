using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests.Classification;

public sealed class TopicAliasesTests
{
    [Theory]
    [InlineData("\"tea roses\"", "\"climbers\"")]
    [InlineData("\"rose\"", "\"roses\"")]
    [InlineData("", "\"bb\"")]
    [InlineData("\"N\"", "\"D\"")]
    public void Load_AliasesThatDiffer_AreKept(string ofA, string ofB)
    {
        var topics = Load(ofA, ofB).Topics;

        Assert.Equal(ofA, string.Join(", ", topics[0].Aliases.Select(alias => $"\"{alias}\"")));
        Assert.Equal(ofB, string.Join(", ", topics[1].Aliases.Select(alias => $"\"{alias}\"")));
    }

    [Theory]
    [InlineData("\"tea rose\", \"Tea-Rose\"", "", "Topic a: the alias \"Tea-Rose\" is given twice")]
    [InlineData("\"tea rose\"", "\"TEA ROSE\"", "Topic b: the alias \"TEA ROSE\" belongs to a already")]
    [InlineData("\"B\"", "", "Topic a: the alias \"B\" is the id of b")]
    [InlineData("", "\"b\"", "Topic b: the alias \"b\" is the id of the topic itself")]
    [InlineData("\"...\"", "", "Topic a: the alias \"...\" has no letter or digit")]
    [InlineData("null", "", "Topic a: an alias is null")]
    public void Load_AliasThatLeadsNowhereOrTwoWays_NamesTopicAndAlias(string ofA, string ofB, string expected)
        => Assert.Contains(expected, Assert.Throws<TaxonomyException>(() => Load(ofA, ofB)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.b", "A-B", "Topic A-B: its id differs from a.b in case or signs only")]
    [InlineData("a", "++", "Topic ++: the id has no letter or digit")]
    public void Load_IdsThatNobodyCouldTellApart_NamesThem(string one, string other, string expected)
        => Assert.Contains(expected, Assert.Throws<TaxonomyException>(() => Load(Some.File(Some.Entry(one), Some.Entry(other)))).Message, StringComparison.Ordinal);

    private static Taxonomy Load(string ofA, string ofB) => Load(Some.File(Entry("a", ofA), Entry("b", ofB)));

    private static Taxonomy Load(string file)
    {
        using var stream = Some.Stream(file);
        return Taxonomy.Load(stream);
    }

    private static string Entry(string id, string aliases) => $$"""{"id": "{{id}}", "name": "N", "description": "D", "aliases": [{{aliases}}]}""";
}
