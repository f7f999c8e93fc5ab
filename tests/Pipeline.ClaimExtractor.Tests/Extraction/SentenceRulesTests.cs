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
    [InlineData("We derive the height of kites.", 0.1, false, 0.98)]
    [InlineData("A key insight is that kites fly.", 0.1, true, 0.98)]
    [InlineData("Experiments show that kites fly.", 0.1, false, 0.98)]
    [InlineData("Experiments show that kites fly.", 0.1, true, 0.1)]
    [InlineData("This work aims to advance kites.", 0.9, false, 1.0 / 28)]
    [InlineData("This work aims to advance kites by introducing a tail.", 0.9, false, 0.9)]
    [InlineData("We aim to fly, and we show that kites do.", 0.1, false, 0.98)]
    [InlineData("We present a detailed analysis of kites.", 0.9, false, 3.0 / 26)]
    [InlineData("We present a detailed analysis of kites, and none fly.", 0.9, false, 0.9)]
    [InlineData("This paper investigates kites.", 0.6, false, 10.0 / 175)]
    [InlineData("Kites fly.", 0.5, false, 0.5)]
    public void ClaimScore_OfAPlainStatement_IsThatOfTheRule(string text, double score, bool isBackground, double expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).ClaimScore(score, isBackground));

    [Theory]
    [InlineData("We evaluate it on kites.", 0.69, 10.0 / 175)]
    [InlineData("We evaluate it on kites.", 0.7, 0.7)]
    [InlineData("This work aims to advance kites.", 0.9, 1.0 / 28)]
    [InlineData("We show that kites fly.", 0.4, 0.4)]
    public void MainClaim_OfAnAnnouncement_IsCapped(string text, double score, double expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).Capped(score));

    [Theory]
    [InlineData("We prove that kites fly.", ClaimType.Finding, ClaimType.Theory)]
    [InlineData("We derive the height of kites.", ClaimType.Result, ClaimType.Theory)]
    [InlineData("A key insight is that kites fly.", ClaimType.Result, ClaimType.Finding)]
    [InlineData("Its height is on par with birds.", ClaimType.Result, ClaimType.Comparison)]
    [InlineData("It flies at 20 metres.", ClaimType.Comparison, ClaimType.Availability)]
    [InlineData("It flies at a better height.", ClaimType.Comparison, ClaimType.Comparison)]
    [InlineData("We present a kite, outperforming birds.", ClaimType.Contribution, ClaimType.Comparison)]
    [InlineData("We present a kite for birds.", ClaimType.Contribution, ClaimType.Contribution)]
    [InlineData("Our kite may be competitive one day.", ClaimType.Contribution, ClaimType.Contribution)]
    [InlineData("We argue that kites fly.", ClaimType.Contribution, ClaimType.Finding)]
    [InlineData("It flies higher than birds.", ClaimType.Result, ClaimType.Comparison)]
    [InlineData("It flies higher than birds.", ClaimType.Finding, ClaimType.Finding)]
    [InlineData("It flies high.", ClaimType.Result, ClaimType.Result)]
    public void Type_OfAPlainStatement_IsThatOfTheRule(string text, ClaimType likeliest, ClaimType expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).TypeOf(likeliest, ClaimType.Availability));

    [Theory]
    [InlineData("We show that kites fly.", SentenceRole.Method, ClaimType.Finding, SentenceRole.Result)]
    [InlineData("We propose a kite.", SentenceRole.Result, ClaimType.Contribution, SentenceRole.Method)]
    [InlineData("We propose a kite.", SentenceRole.Result, ClaimType.Comparison, SentenceRole.Result)]
    [InlineData("This work introduces kites.", SentenceRole.Other, ClaimType.Contribution, SentenceRole.Other)]
    [InlineData("This is a kite.", SentenceRole.Background, ClaimType.Contribution, SentenceRole.Method)]
    [InlineData("Kites are at hand.", SentenceRole.Result, ClaimType.Availability, SentenceRole.Other)]
    [InlineData("We hope kites will fly.", SentenceRole.Result, null, SentenceRole.Other)]
    [InlineData("Experiments show that kites fly.", SentenceRole.Method, ClaimType.Result, SentenceRole.Result)]
    [InlineData("Kites fly higher.", SentenceRole.Method, ClaimType.Comparison, SentenceRole.Result)]
    [InlineData("Kites fly.", SentenceRole.Background, ClaimType.Finding, SentenceRole.Result)]
    [InlineData("Kites fly.", SentenceRole.Method, ClaimType.Result, SentenceRole.Method)]
    [InlineData("Kites fly.", SentenceRole.Other, ClaimType.Finding, SentenceRole.Other)]
    [InlineData("We present a kite, outperforming birds.", SentenceRole.Method, ClaimType.Comparison, SentenceRole.Method)]
    [InlineData("This paper investigates kites.", SentenceRole.Method, null, SentenceRole.Objective)]
    [InlineData("We aim to fly kites.", SentenceRole.Background, null, SentenceRole.Objective)]
    [InlineData("We aim to fly kites.", SentenceRole.Other, null, SentenceRole.Other)]
    [InlineData("We study kites.", SentenceRole.Background, null, SentenceRole.Objective)]
    [InlineData("We study kites.", SentenceRole.Method, null, SentenceRole.Method)]
    [InlineData("Kites fly.", SentenceRole.Background, null, SentenceRole.Background)]
    public void Role_OfAPlainStatement_IsThatOfTheRule(string text, SentenceRole likeliest, ClaimType? type, SentenceRole expected)
        => Assert.Equal(expected, new SentenceRules(Some.View(text)).RoleOf(likeliest, type));
}
