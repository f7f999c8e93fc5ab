using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.TopicClassifier.Tests.Classification.Learned;

public sealed class NGramsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One", "One")]
    [InlineData("tea-rose", "tea|rose|tea-rose")]
    [InlineData("tea\n  rose", "tea|rose|tea\n  rose")]
    [InlineData("tea, rose", "tea|rose")]
    [InlineData("tea     rose", "tea|rose")]
    [InlineData("a b. c", "a|b|a b|c")]
    [InlineData("\ud800x\0y", "x|y")]
    public void Read_Text_GivesWordsAndPairsWithinAPhrase(string text, string expected)
        => Assert.Equal(expected, string.Join('|', Read(text).Select(gram => text[gram.Start..gram.End])));

    [Theory]
    [InlineData("Tea Rose", "tea-rose", true)]
    [InlineData("tea rose", "rose tea", false)]
    [InlineData("ÄPFEL", "äpfel", true)]
    public void Read_OtherSpelling_GivesTheSameKeys(string left, string right, bool same)
        => Assert.Equal(same, Read(left).Select(gram => gram.Key).SequenceEqual(Read(right).Select(gram => gram.Key)));

    [Fact]
    public void Read_HugeText_StopsWhereNoAbstractGoes()
        => Assert.Equal(NGrams.MostRead, Assert.Single(Read(new string('x', NGrams.MostRead + 1))).End);

    private static List<NGram> Read(string text)
    {
        var grams = new List<NGram>();
        NGrams.Read(text, TextPart.Abstract, grams);
        return grams;
    }
}
