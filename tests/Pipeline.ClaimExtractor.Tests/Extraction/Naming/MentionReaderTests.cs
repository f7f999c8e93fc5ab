using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Naming;

public sealed class MentionReaderTests
{
    [Theory]
    [InlineData("We propose KiteNet for wind.", "KiteNet", nameof(NameCue.Introduced))]
    [InlineData("It is tested on the KiteQA dataset.", "KiteQA", nameof(NameCue.BesideDataset))]
    [InlineData("It uses a Long Tail Network (LTN) here.", "Long Tail Network", nameof(NameCue.LongForm))]
    [InlineData("It uses a Long Tail Network (LTN) here.", "LTN", nameof(NameCue.Acronym))]
    [InlineData("It uses KiteQA, a large benchmark of kites.", "KiteQA", nameof(NameCue.CalledDataset))]
    public void Mention_OfAName_HasTheCueOfItsSentence(string text, string name, string cue)
        => Assert.Contains(Read(text), mention => mention.Name == name && mention.Cues.HasFlag(Enum.Parse<NameCue>(cue)));

    [Theory]
    [InlineData("We propose a novel tail for kites.")]
    [InlineData("")]
    public void Text_WithoutNames_HasNoMentions(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Mentions_OfOneName_ShareTheirKey()
    {
        var tokens = Some.Tokens("It beats CIFAR-10 and then CIFAR10.");
        var reader = new MentionReader(tokens);

        reader.Read();

        Assert.Equal(2, reader.Mentions.Count);
        Assert.Equal(reader.Mentions[0].Key, reader.Mentions[1].Key);
    }

    private static List<(string Name, NameCue Cues)> Read(string text)
    {
        var reader = new MentionReader(Some.Tokens(text));
        reader.Read();
        var view = Some.View(text);
        var read = new List<(string Name, NameCue Cues)>();
        foreach (var mention in reader.Mentions)
        {
            read.Add((view.Span(mention.First, mention.Next).Of(text), mention.Cues));
        }

        return read;
    }
}
