using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests.Classification;

public sealed class TopicLookupTests
{
    private static readonly TopicLookup Garden = new(Some.Taxonomy(
        Topic("plants", null, "Plants"),
        Topic("plants.roses", "plants", "Roses", "queen of flowers"),
        Topic("plants.roses.tea", "plants.roses", "Hybrids"),
        Topic("plants.ferns", "plants", "Hybrids", "bracken"),
        Topic("tools", null, "Bracken")));

    [Theory]
    [InlineData("plants.roses", "plants.roses")]
    [InlineData("PLANTS ROSES", "plants.roses")]
    [InlineData("Queen-of-Flowers", "plants.roses")]
    [InlineData("roses", "plants.roses")]
    [InlineData("bracken", "plants.ferns")]
    [InlineData("hybrids", null)]
    [InlineData("queen of flower", null)]
    [InlineData("", null)]
    [InlineData("...", null)]
    public void Find_ByIdAliasOrName_TakesTheFirstThatIsPlain(string name, string? expected)
        => Assert.Equal(expected, Garden.Find(name)?.Id);

    [Theory]
    [InlineData("plants", "plants plants.roses plants.roses.tea plants.ferns")]
    [InlineData("plants.roses", "plants.roses plants.roses.tea")]
    [InlineData("tools", "tools")]
    public void Under_ATopic_IsItAndAllBelow(string id, string expected)
        => Assert.Equal(expected, string.Join(' ', Garden.Under(Garden.Find(id)!)));

    [Theory]
    [InlineData("plants.rose", "plants.roses")]
    [InlineData("brakcen", "plants.ferns")]
    [InlineData("toolz", "tools")]
    public void Nearest_OfAMistypedName_BeginsWithTheOneMeant(string name, string expected)
        => Assert.Equal(expected, Garden.Nearest(name, 3)[0]);

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("")]
    [InlineData("\0\ud800")]
    public void Nearest_OfSomethingElse_IsNone(string name) => Assert.Empty(Garden.Nearest(name, 3));

    [Fact]
    public void Nearest_OfVeryMuch_StillAnswers()
        => Assert.Equal("plants.roses", Garden.Nearest("queen of flowers" + new string('\0', 1_000_000), 1)[0]);

    private static TopicDefinition Topic(string id, string? parent, string name, params string[] aliases)
        => new() { Id = id, Name = name, Description = "D", Parent = parent, Aliases = aliases };
}
