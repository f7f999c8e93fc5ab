using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class ClaimFilterTests
{
    private static readonly Claim Lift = SomeClaim.Of(
        "FooNet lifts accuracy by 5 % on CIFAR-10, ahead on SVHN too.",
        number: "5 %", values: [5], unit: "%", kind: QuantityKind.Percent, direction: QuantityDirection.Increase,
        metric: "accuracy", dataset: "CIFAR-10", names: "SVHN", method: "FooNet", confidence: 0.8, type: ClaimType.Comparison);

    private static readonly Claim Bare = SomeClaim.Of("It has 91 F1 and is strong on SQuAD 2.0.", number: "91", values: [91], metric: "F1", names: "SQuAD 2.0");

    [Theory]
    [InlineData("ACC", true)]
    [InlineData("the accuracy", true)]
    [InlineData("F1", false)]
    [InlineData("", false)]
    public void Metric_IsComparedByItsKey(string metric, bool expected) => Assert.Equal(expected, Matches(Lift, new() { Metric = metric }));

    [Theory]
    [InlineData("Cifar 10 dataset", true)]
    [InlineData("SVHN", true)]
    [InlineData("CIFAR-100", false)]
    public void Dataset_IsThatOfAQuantityOrNamedInTheQuote(string dataset, bool expected) => Assert.Equal(expected, Matches(Lift, new() { Dataset = dataset }));

    [Theory]
    [InlineData("CIFAR10", true)]
    [InlineData("SVHN", false)]
    public void Dataset_OfANumber_IsItsOwnWhenItHasOne(string dataset, bool expected)
        => Assert.Equal(expected, Matches(Lift, new() { Dataset = dataset, MinValue = 1 }));

    [Fact]
    public void Dataset_OfANumberWithoutOne_MayBeAnyTheQuoteNames()
    {
        Assert.True(Matches(Bare, new() { Dataset = "squad2.0", MinValue = 90 }));
        Assert.False(Matches(Bare, new() { Dataset = "squad1.1", MinValue = 90 }));
    }

    [Theory]
    [InlineData("foo-net", true)]
    [InlineData("BarNet", false)]
    public void Method_IsOneTheQuoteNames(string method, bool expected) => Assert.Equal(expected, Matches(Lift, new() { Method = method }));

    [Theory]
    [InlineData(QuantityKind.Score, true)]
    [InlineData(QuantityKind.Count, false)]
    public void Method_MayBeWhatAMeasuredNumberBelongsTo(QuantityKind kind, bool expected)
        => Assert.Equal(expected, Matches(SomeClaim.Of("FooNet has 91.", number: "91", kind: kind, entity: "FooNet"), new() { Method = "FooNet" }));

    [Theory]
    [InlineData(5.0, null, true)]
    [InlineData(5.01, null, false)]
    [InlineData(null, 5.0, true)]
    [InlineData(null, 4.99, false)]
    [InlineData(4.0, 6.0, true)]
    public void Values_LieBetweenTheBounds(double? min, double? max, bool expected)
        => Assert.Equal(expected, Matches(Lift, new() { MinValue = min, MaxValue = max }));

    [Fact]
    public void Values_OfOneNumber_AreBoundedTogether()
        => Assert.False(Matches(SomeClaim.Of("From 1 to 9.", number: "1 to 9", values: [1, 9], kind: QuantityKind.Range), new() { MinValue = 2, MaxValue = 8 }));

    [Fact]
    public void Values_LeaveOutTheErrorOfAMeasuredOne()
    {
        var measured = SomeClaim.Of("It has 3 ± 50.", number: "3 ± 50", values: [3, 50], kind: QuantityKind.Tolerance);

        Assert.False(Matches(measured, new() { MinValue = 4 }));
        Assert.Equal(3, new ClaimFilter(new()).Value(measured));
    }

    [Fact]
    public void Number_IsOneAndTheSameForAllThatIsAsked()
    {
        Assert.True(Matches(Lift, new() { Metric = "acc", Unit = "percent", Direction = QuantityDirection.Increase, Dataset = "CIFAR-10", MinValue = 5 }));
        Assert.False(Matches(Lift, new() { Metric = "acc", Direction = QuantityDirection.Decrease }));
        Assert.False(Matches(Lift, new() { Metric = "acc", Unit = "x" }));
        Assert.False(Matches(SomeClaim.Of("No number."), new() { MinValue = double.MinValue }));
    }

    [Theory]
    [InlineData(0.8, true)]
    [InlineData(0.81, false)]
    public void Confidence_IsAtLeastThat(double confidence, bool expected) => Assert.Equal(expected, Matches(Lift, new() { MinConfidence = confidence }));

    [Theory]
    [InlineData("lifts accuracy", true)]
    [InlineData("LIFTS", true)]
    [InlineData("lift", false)]
    [InlineData("cifar 10", true)]
    public void Text_IsWholeWords(string text, bool expected) => Assert.Equal(expected, Matches(Lift, new() { Text = text }));

    [Theory]
    [InlineData("2026-01-01", "2026-01-01", 1)]
    [InlineData("2026-01-02", null, 0)]
    [InlineData(null, "2025-12-31", 0)]
    public void Days_AreThoseOfPublication(string? since, string? until, int expected)
        => Assert.Equal(expected, Hits(new() { Since = Day(since), Until = Day(until) }, SomeClaim.Paper(Lift)));

    [Fact]
    public void Days_OfAPaperWithoutPublication_AreThoseOfItsListingElseOfItsArrival()
    {
        var paper = SomeClaim.Paper(Lift) with { PublishedAt = null };

        Assert.Equal(1, Hits(new() { Since = new(2026, 3, 1) }, paper));
        Assert.Equal(0, Hits(new() { Since = new(2026, 3, 1) }, paper with { ListedAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) }));
    }

    [Fact]
    public void Main_IsWhereAMainSentenceStarts()
    {
        var paper = SomeClaim.Paper(Lift);

        Assert.Equal(0, Hits(new() { MainOnly = true }, paper));
        Assert.True(Assert.Single(new ClaimFilter(new() { MainOnly = true }).Hits(paper with { MainStarts = new HashSet<int> { 0 } })).Main);
    }

    [Theory]
    [InlineData("metric:accuracy", "ACC", null, null)]
    [InlineData("dataset:cifar10", null, "the CIFAR 10 dataset", null)]
    [InlineData("dataset:svhn", null, "svhn", null)]
    [InlineData("method:foonet", null, null, "Foo-Net")]
    public void Keys_OfAQuery_AreAmongThoseOfWhatItFinds(string key, string? metric, string? dataset, string? method)
    {
        Assert.Equal([key], ClaimKeys.Of(new ClaimQuery { Metric = metric, Dataset = dataset, Method = method }));
        Assert.Contains(key, ClaimKeys.Of([Bare, Lift]));
    }

    [Fact]
    public void Keys_OfNothingAsked_AreNone() => Assert.Empty(ClaimKeys.Of(new ClaimQuery { Text = "words", MinValue = 1 }));

    private static bool Matches(Claim claim, ClaimQuery query) => Hits(query, SomeClaim.Paper(claim)) == 1;

    private static int Hits(ClaimQuery query, ClaimingPaper paper) => new ClaimFilter(query).Hits(paper).Count();

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
