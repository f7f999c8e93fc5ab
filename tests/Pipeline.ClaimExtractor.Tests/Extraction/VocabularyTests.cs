using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class VocabularyTests
{
    // A word that comes later would be unknown in the first text of a program and known in all others.
    [Fact]
    public void Add_AfterATextWasRead_TakesOnlyKnownWords()
    {
        var words = new Vocabulary();
        var kite = words.Add("kite");
        words.Find("tail", WordHash.Of("tail"));

        Assert.Equal(kite, words.Add("Kite"));
        Assert.Throws<InvalidOperationException>(() => words.Add("tail"));
    }
}
