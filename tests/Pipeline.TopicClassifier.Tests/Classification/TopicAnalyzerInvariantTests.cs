using System.Text.Json;
using CsCheck;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Classification;

/// <summary>What holds for any text at all, lone surrogates included.</summary>
public sealed class TopicAnalyzerInvariantTests
{
    // By terms everything is assigned, so that the lists are as full as they get.
    private static readonly TopicAnalyzer[] Analyzers =
    [
        new(Taxonomy.Default, minimumScore: 0),
        TopicAnalyzer.BuiltIn(Taxonomy.Default, minimumScore: 0),
        TopicAnalyzer.BuiltIn(BuiltInTaxonomies.Get(BuiltInTaxonomies.Nlp), minimumScore: null),
    ];

    private static readonly string[] Words =
        [.. Taxonomy.Default.Topics.SelectMany(topic => topic.Terms).Select(term => term.Text).Distinct(StringComparer.Ordinal)];

    private static readonly Gen<string> Noise = Gen.Char['\0', '\uffff'].Array[0, 200].Select(chars => new string(chars));

    private static readonly Gen<string> Terms =
        Gen.Select(Gen.OneOf(Words), Gen.OneOf(" ", "s ", "-", ". ", "\n", "\u0301", "\ud800", "\U0001F600", ""))
            .Array[0, 60]
            .Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)));

    private static readonly Gen<(string Title, string Abstract)> Papers =
        Gen.Select(Gen.OneOf(Noise, Terms), Gen.OneOf(Noise, Terms, Gen.Select(Noise, Terms, string.Concat)));

    [Fact]
    public void Analyze_AnyTexts_SpansAndBoundsHold()
        => Papers.Sample(paper => Assert.All(Analyzers, analyzer => CheckAnalysis(analyzer.Analyze(paper.Title, paper.Abstract), paper.Title, paper.Abstract)));

    [Fact]
    public void Analyze_SameTextsAgain_GivesTheSameBytes()
        => Papers.Sample(paper => Assert.Equal(
            Bytes(Analyzers[1], paper),
            Bytes(TopicAnalyzer.BuiltIn(Taxonomy.Default, minimumScore: 0), paper)), iter: 20);

    [Theory]
    [InlineData("large language model ")]
    [InlineData("large ")]
    [InlineData("a-")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("\ud800")]
    public void Analyze_HugeRepetition_StaysBounded(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        Assert.All(Analyzers, analyzer => CheckAnalysis(analyzer.Analyze(text, text), text, text));
    }

    private static void CheckAnalysis(TopicAnalysis analysis, string title, string @abstract)
    {
        Assert.Equal(analysis.Topics.Count == 0, analysis.Abstained);
        Assert.InRange(analysis.Topics.Count, 0, TopicAnalyzer.MaxTopics);
        Assert.All(analysis.Topics, topic => CheckTopic(topic, title, @abstract));
        Assert.Equal(
            analysis.Topics.OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Id, StringComparer.Ordinal),
            analysis.Topics);
    }

    private static void CheckTopic(TopicAssignment topic, string title, string @abstract)
    {
        Assert.InRange(topic.Score, 0, 1);
        Assert.InRange(topic.Evidence.Count, 1, TopicAnalyzer.MaxEvidence);
        Assert.All(topic.Evidence, piece =>
        {
            var text = piece.In == TextPart.Title ? title : @abstract;
            Assert.Equal(text[piece.Start..piece.End], piece.Text);
            Assert.InRange(piece.Text.Length, 1, 300);
            Assert.True(piece.Weight > 0);
        });
        Assert.Equal(topic.Evidence.OrderByDescending(piece => piece.Weight), topic.Evidence);
    }

    private static byte[] Bytes(TopicAnalyzer analyzer, (string Title, string Abstract) paper)
        => JsonSerializer.SerializeToUtf8Bytes(analyzer.Analyze(paper.Title, paper.Abstract), PaperJson.Options);
}
