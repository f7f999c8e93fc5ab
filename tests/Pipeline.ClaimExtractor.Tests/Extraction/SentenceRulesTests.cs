using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class SentenceRulesTests
{
    [Theory]
    [InlineData("We propose to fly kites.", 0.1, false, 0.98)]
    [InlineData("We show that kites fly.", 0.1, false, 0.98)]
    [InlineData("A kite is proposed.", 0.1, false, 0.9)]
    [InlineData("A kite is proposed.", 0.1, true, 0.1)]
    [InlineData("We propose to fly kites.", 0.99, false, 0.99)]
    [InlineData("We evaluate it on kites.", 0.69, false, 10.0 / 175)]
    [InlineData("We evaluate it on kites.", 0.01, false, 0.01)]
    [InlineData("We evaluate it on kites.", 0.7, false, 0.7)]
    [InlineData("We hope kites will fly.", 0.9, false, Promises.MostScore)]
    [InlineData("We propose KiteNet, which will be released.", 0.1, false, 0.98)]
    [InlineData("Kites fly.", 0.5, false, 0.5)]
    public void ClaimScore_OfAPlainStatement_IsThatOfTheRule(string text, double score, bool isBackground, double expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).ClaimScore(score, isBackground));

    [Theory]
    [InlineData("We prove that kites fly.", ClaimType.Finding, ClaimType.Theory)]
    [InlineData("We argue that kites fly.", ClaimType.Contribution, ClaimType.Finding)]
    [InlineData("It flies higher than birds.", ClaimType.Result, ClaimType.Comparison)]
    [InlineData("It flies higher than birds.", ClaimType.Finding, ClaimType.Finding)]
    [InlineData("It flies high.", ClaimType.Result, ClaimType.Result)]
    public void Type_OfAPlainStatement_IsThatOfTheRule(string text, ClaimType likeliest, ClaimType expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).TypeOf(likeliest));

    [Theory]
    [InlineData("We show that kites fly.", SentenceRole.Method, ClaimType.Finding, SentenceRole.Result)]
    [InlineData("We propose a kite.", SentenceRole.Result, ClaimType.Contribution, SentenceRole.Method)]
    [InlineData("We propose a kite.", SentenceRole.Result, ClaimType.Comparison, SentenceRole.Result)]
    [InlineData("This work introduces kites.", SentenceRole.Other, ClaimType.Contribution, SentenceRole.Other)]
    [InlineData("This is a kite.", SentenceRole.Background, ClaimType.Contribution, SentenceRole.Method)]
    [InlineData("Kites are at hand.", SentenceRole.Result, ClaimType.Availability, SentenceRole.Other)]
    [InlineData("We hope kites will fly.", SentenceRole.Result, null, SentenceRole.Other)]
    [InlineData("We study kites.", SentenceRole.Background, null, SentenceRole.Objective)]
    [InlineData("We study kites.", SentenceRole.Method, null, SentenceRole.Method)]
    [InlineData("Kites fly.", SentenceRole.Background, null, SentenceRole.Background)]
    public void Role_OfAPlainStatement_IsThatOfTheRule(string text, SentenceRole likeliest, ClaimType? type, SentenceRole expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).RoleOf(likeliest, type));
}
