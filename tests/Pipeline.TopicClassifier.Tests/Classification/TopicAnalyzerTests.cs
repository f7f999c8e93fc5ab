using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests.Classification;

public sealed class TopicAnalyzerTests
{
    [Fact]
    public void Version_OfAnAnalyzer_NamesMethodAndTaxonomy()
        => Assert.Equal("terms/1+garden/7", Some.Analyzer().Version.ToString());

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Constructor_MinimumOutsideZeroToOne_IsRefused(double minimum)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new TopicAnalyzer(Some.Taxonomy(), minimum));

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "\n\n")]
    [InlineData("Über Rösser", "Von Pferden und Wiesen.")]
    [InlineData("", Some.PlainText)]
    public void Analyze_NoTermInTheTexts_Abstains(string title, string text)
    {
        // Even where the topic is likely beforehand.
        var analysis = Some.Analyzer(Some.Topic("roses", prior: 5, ("rose", 1))).Analyze(title, text);

        Assert.True(analysis.Abstained);
        Assert.Empty(analysis.Topics);
    }

    [Theory]
    [InlineData(-1.0, true)]
    [InlineData(-1.1, false)]
    public void Analyze_ScoreAroundTheMinimum_AssignsFromTheMinimumOn(double prior, bool assigned)
    {
        var analysis = Some.Analyzer(Some.Topic("roses", prior, ("rose", 1))).Analyze("", "A rose.");

        Assert.Equal(!assigned, analysis.Abstained);
    }

    [Fact]
    public void Analyze_TermInTheTitle_CountsMoreThanInTheAbstract()
    {
        var analyzer = Some.Analyzer(Some.Topic("roses", prior: 0, ("rose", 1)));

        var inTitle = Assert.Single(analyzer.Analyze("On roses", Some.PlainText).Topics);
        var inAbstract = Assert.Single(analyzer.Analyze("", "On roses").Topics);

        Assert.Equal(0.7685, inTitle.Score);
        Assert.Equal(0.7311, inAbstract.Score);
    }

    [Fact]
    public void Analyze_TermRepeated_SaturatesBelowOneAndAHalfMentions()
    {
        var analyzer = Some.Analyzer(Some.Topic("roses", prior: 0, ("rose", 1)));

        var often = Assert.Single(analyzer.Analyze("", string.Concat(Enumerable.Repeat("rose ", 1000))).Topics);

        Assert.InRange(often.Evidence[0].Weight, 1.49, 1.5);
    }

    [Theory]
    [InlineData("A tea rose.", "tea rose")]
    [InlineData("A Tea-Rose.", "Tea-Rose")]
    [InlineData("A tea\n  rose.", "tea\n  rose")]
    [InlineData("Tea roses!", "Tea roses")]
    [InlineData("A tea. Rose said so.", null)]
    [InlineData("A tea, rose and all.", null)]
    [InlineData("A tea \"rose\".", null)]
    [InlineData("A tea     rose.", null)]
    [InlineData("A tea bush rose.", null)]
    [InlineData("A tea roseate.", null)]
    public void Analyze_Phrase_IsFoundWithinOneRunOfWords(string text, string? expected)
    {
        var analysis = Some.Analyzer(Some.Topic("roses", prior: 0, ("tea rose", 1))).Analyze("", text);

        Assert.Equal(expected, analysis.Topics.SingleOrDefault()?.Evidence[0].Text);
    }

    [Fact]
    public void Analyze_TermsOverlap_LongestFromTheLeftCounts()
    {
        var analyzer = Some.Analyzer(
            Some.Topic("roses", prior: 0, ("rose", 1)),
            Some.Topic("windows", prior: 0, ("rose window", 1)),
            Some.Topic("glass", prior: 0, ("window glass", 1)));

        Assert.Equal(["windows"], analyzer.Analyze("", "The rose window glass.").Topics.Select(topic => topic.Id));
        Assert.Equal(["glass", "roses"], analyzer.Analyze("", "A rose, and window glass.").Topics.Select(topic => topic.Id));
    }

    [Fact]
    public void Analyze_LongPhraseBreaksOff_FallsBackToTheShorterOne()
    {
        var analyzer = Some.Analyzer(Some.Topic("roses", prior: 0, ("rose", 1), ("rose window of glass", 1)));

        var evidence = Assert.Single(analyzer.Analyze("", "A rose window of lead.").Topics).Evidence;

        Assert.Equal("rose", Assert.Single(evidence).Text);
    }

    [Fact]
    public void Analyze_SeveralTopics_BestFirstAndTiesById()
    {
        var analyzer = Some.Analyzer(
            Some.Topic("b", prior: 0, ("rose", 1)),
            Some.Topic("a", prior: 0, ("rose", 1)),
            Some.Topic("c", prior: 0, ("rose", 2)));

        Assert.Equal(["c", "a", "b"], analyzer.Analyze("", "A rose.").Topics.Select(topic => topic.Id));
    }

    [Fact]
    public void Analyze_Evidence_IsTheFirstMentionOfEachTermStrongestFirst()
    {
        var analyzer = Some.Analyzer(Some.Topic("roses", prior: 0, ("rose", 1), ("thorn", 2), ("petal", 1)));

        var evidence = Assert.Single(analyzer.Analyze("Rose", "Petals and thorns, roses and petals.").Topics).Evidence;

        Assert.Equal(
            [("thorns", TextPart.Abstract, 11, 2.0), ("Rose", TextPart.Title, 0, 1.2857), ("Petals", TextPart.Abstract, 0, 1.2)],
            evidence.Select(piece => (piece.Text, piece.In, piece.Start, piece.Weight)));
    }

    [Fact]
    public void Analyze_EqualEvidence_TitleFirstThenByPlace()
    {
        var analyzer = Some.Analyzer(Some.Topic("roses", prior: 0, ("rose", 1.2), ("thorn", 1.05), ("petal", 1.26), ("hip", 1.2)));

        var evidence = Assert.Single(analyzer.Analyze("Thorn", "A hip, a petal, a rose.").Topics).Evidence;

        Assert.Equal(["Thorn", "petal", "hip", "rose"], evidence.Select(piece => piece.Text));
    }

    [Fact]
    public void Analyze_ManyTopicsAndTerms_ListsAreBounded()
    {
        (string, double)[] terms = [.. Enumerable.Range(0, 20).Select(number => ($"word{number}", 1.0))];
        var analyzer = Some.Analyzer([.. Enumerable.Range(0, 20).Select(number => Some.Topic($"t{number}", 0, terms))]);

        var topics = analyzer.Analyze("", string.Join(' ', terms.Select(term => term.Item1))).Topics;

        Assert.Equal(TopicAnalyzer.MaxDescribed, topics.Count);
        Assert.All(topics, topic => Assert.Equal(TopicAnalyzer.MaxEvidence, topic.Evidence.Count));
    }
}
