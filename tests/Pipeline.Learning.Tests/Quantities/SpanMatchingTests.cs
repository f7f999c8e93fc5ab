using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

public sealed class SpanMatchingTests
{
    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(4, 9, 0)]
    [InlineData(5, 9, -1)]
    public void Match_OfTwoSpans_NeedsACharacterInCommon(int start, int end, int expected)
        => Assert.Equal([expected], SpanMatching.Match([SomeQuantity.Gold(0, 5)], [SomeQuantity.Found(start, end)]));

    [Fact]
    public void Match_OfOneFoundOverTwoLabelled_GivesItToOneOnly()
        => Assert.Equal([0, -1], SpanMatching.Match([SomeQuantity.Gold(0, 2), SomeQuantity.Gold(3, 5)], [SomeQuantity.Found(0, 5)]));

    [Fact]
    public void Match_OfAnEqualSpanBehindAnOverlappingOne_PrefersTheEqual()
        => Assert.Equal([1], SpanMatching.Match([SomeQuantity.Gold(3, 5)], [SomeQuantity.Found(0, 4), SomeQuantity.Found(3, 5)]));
}
