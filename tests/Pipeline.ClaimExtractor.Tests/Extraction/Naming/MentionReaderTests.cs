using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Naming;

public sealed class MentionReaderTests
{
    [Theory]
    [InlineData("we fly Qwen2.5-72B and SignBank+, too", new[] { "Qwen2.5-72B", "SignBank+" })]
    [InlineData("we fly CNN/DailyMail and Args.me now", new[] { "CNN/DailyMail", "Args.me" })]
    [InlineData("we fly BraTS 2020 dataset", new[] { "BraTS 2020" })]
    [InlineData("we fly ML-SUPERB 2.0 kites", new[] { "ML-SUPERB 2.0" })]
    [InlineData("it gains CIDEr 27.3 points", new[] { "CIDEr" })]
    [InlineData("Using BERT we fly", new[] { "BERT" })]
    [InlineData("a LLM-driven and GPU-balanced kite", new string[0])]
    [InlineData("it \\textbf{R}est\\textbf{o}res kites", new string[0])]
    [InlineData("as said before.Inspired by kites", new[] { "Inspired" })]
    public void Read_Text_FindsWhatIsWrittenLikeNames(string text, string[] expected)
    {
        var tokens = Some.Tokens(text);
        var reader = new MentionReader(tokens);

        reader.Read();

        Assert.Equal(expected, reader.Mentions.Select(mention => tokens.ViewOf(0).Span(mention.First, mention.Next).Of(text)));
    }

    [Theory]
    [InlineData("It is tested on KiteNet, a benchmark of wind.", NameCue.CalledDataset)]
    [InlineData("It is KiteNet (KN), a new framework.", NameCue.CalledMethod)]
    [InlineData("It uses four datasets, KiteNet and others.", NameCue.AfterDataset)]
    [InlineData("It uses the KiteNet dataset.", NameCue.BesideDataset)]
    [InlineData("We propose KiteNet.", NameCue.Introduced)]
    [InlineData("Experiments on KiteNet fly.", NameCue.TriedOn)]
    public void Read_Mention_CarriesWhatItsSentenceSays(string text, NameCue expected)
    {
        var reader = new MentionReader(Some.Tokens(text));

        reader.Read();

        Assert.Contains(reader.Mentions, mention => mention.Has(expected));
    }
}
