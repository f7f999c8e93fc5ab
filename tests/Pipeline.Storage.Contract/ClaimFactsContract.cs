using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Claims are found by what they measure and name, and by what they say about it.</summary>
public abstract class ClaimFactsContract : StoreContract
{
    private const string Lift = "FooNet lifts accuracy by 5 % on CIFAR-10.";
    private const string Drop = "It cuts the F1 score by 3 points on SQuAD 2.0.";
    private const string Bare = "We also release CIFAR-10 labels.";
    private const string Abstract = $"{Lift} {Drop} {Bare}";

    [Theory]
    [InlineData("acc", null, null, "Lift")]
    [InlineData("f1", null, null, "Drop")]
    [InlineData("BLEU", null, null, "")]
    [InlineData(null, "cifar10 dataset", null, "Lift,Bare")]
    [InlineData(null, "SQuAD2.0", null, "Drop")]
    [InlineData(null, "SQuAD1.1", null, "")]
    [InlineData(null, null, "foonet", "Lift")]
    [InlineData("acc", "CIFAR 10", "FooNet", "Lift")]
    [InlineData("acc", "SQuAD 2.0", null, "")]
    [InlineData("", null, null, "")]
    public async Task Search_ByName_FindsClaimsThatHaveThem(string? metric, string? dataset, string? method, string expected)
    {
        await GivenClaimsAsync(1);

        Assert.Equal(expected, await FoundAsync(new() { Metric = metric, Dataset = dataset, Method = method }));
    }

    [Theory]
    [InlineData(4.0, null, null, null, "Lift")]
    [InlineData(null, 4.0, null, null, "Drop")]
    [InlineData(null, null, "%", null, "Lift,Drop")]
    [InlineData(null, null, "x", null, "")]
    [InlineData(null, null, null, QuantityDirection.Decrease, "Drop")]
    [InlineData(4.0, null, "%", QuantityDirection.Increase, "Lift")]
    [InlineData(4.0, null, "%", QuantityDirection.Decrease, "")]
    public async Task Search_ByNumber_FindsClaimsWithOneThatFits(double? min, double? max, string? unit, QuantityDirection? direction, string expected)
    {
        await GivenClaimsAsync(1);

        Assert.Equal(expected, await FoundAsync(new() { MinValue = min, MaxValue = max, Unit = unit, Direction = direction }));
    }

    [Fact]
    public async Task Search_ByConfidenceAndMain_FindsThose()
    {
        await GivenClaimsAsync(1);

        Assert.Equal("Lift", await FoundAsync(new() { MinConfidence = 0.9 }));
        Assert.Equal("Drop", await FoundAsync(new() { MainOnly = true }));
    }

    [Theory]
    [InlineData("2026-03-01", null, 2)]
    [InlineData("2026-03-02", "2026-03-02", 1)]
    [InlineData("2026-03-03", null, 0)]
    [InlineData(null, "2026-03-01", 1)]
    public async Task Search_ByDay_FindsClaimsOfPapersPublishedThen(string? since, string? until, int expected)
    {
        await GivenClaimsAsync(1, new(2026, 3, 1, 23, 59, 0, TimeSpan.Zero));
        await GivenClaimsAsync(2, new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));

        var hits = await SearchAsync(new() { Metric = "accuracy", Since = Day(since), Until = Day(until) });

        Assert.Equal(expected, hits.Count);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(1, 1)]
    [InlineData(9, 4)]
    public async Task Search_ByValue_HighestFirst(int? limit, int expected)
    {
        await GivenClaimsAsync(1);
        await GivenClaimsAsync(2);

        var hits = await SearchAsync(new() { Unit = "%", Order = ClaimOrder.Value, Limit = limit });

        Assert.Equal(expected, hits.Count);
        Assert.Equal(new[] { 5.0, 5, 3, 3 }[..expected], hits.Select(hit => hit.Claim.Quantities[0].Values[0]));
    }

    [Fact]
    public async Task Search_GivesWhoReadTheClaimOutOfWhat()
    {
        var paper = await GivenClaimsAsync(1, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

        var hit = Assert.Single(await SearchAsync(new() { Metric = "F1" }));

        Assert.Equal((paper.PaperId, paper.Title, paper.Revision, "cues/1", true), (hit.PaperId, hit.Title, hit.Revision, hit.Extractor.ToString(), hit.Main));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), hit.PublishedAt);
        Assert.Equal("SQuAD 2.0", Assert.Single(hit.Claim.Names!.Datasets).Text);
    }

    [Fact]
    public async Task Search_AfterAStageWroteANewVersion_GoesByTheNewNamesOnly()
    {
        var paper = await GivenClaimsAsync(1);
        var section = Section(paper, "2");

        await SaveAsync(section with { Section = section.Section with { Analysis = section.Section.Analysis with { Claims = [ClaimOf(paper.PaperId, Drop)] } } });

        Assert.Equal("", await FoundAsync(new() { Dataset = "CIFAR-10" }));
        Assert.Equal("Drop", await FoundAsync(new() { Dataset = "SQuAD 2.0" }));
    }

    [Fact]
    public async Task Search_AfterAPaperMovedToABetterKey_StillGoesByItsNames()
    {
        await GivenClaimsAsync("doi:10.1000/x", ["doi:10.1000/x"]);

        var moved = await GivenOneAsync(Paper("arxiv:2603.00001", ["arxiv:2603.00001", "doi:10.1000/x"]), Some.Observation("b", 1));

        Assert.Equal("arxiv:2603.00001", moved.PaperId);
        Assert.Equal("arxiv:2603.00001", Assert.Single(await SearchAsync(new() { Metric = "accuracy" })).PaperId);
    }

    private async Task<string> FoundAsync(ClaimQuery query)
        => string.Join(',', (await SearchAsync(query)).Select(hit => hit.Claim.Text switch { Lift => nameof(Lift), Drop => nameof(Drop), _ => nameof(Bare) }));

    private Task<UpsertOutcome> GivenClaimsAsync(int number, DateTimeOffset? published = null)
        => GivenClaimsAsync($"arxiv:2603.0000{number}", [$"arxiv:2603.0000{number}"], published);

    private async Task<UpsertOutcome> GivenClaimsAsync(string id, IReadOnlyList<string> aliases, DateTimeOffset? published = null)
    {
        var paper = await GivenOneAsync(Paper(id, aliases) with { PublishedAt = published });
        Assert.Equal(SectionState.Saved, (await SaveAsync(Section(paper))).State);
        return paper;
    }

    private static ParsedPaper Paper(string id, IReadOnlyList<string> aliases) => Some.Paper(id, $"Title of {aliases[^1]}", Abstract) with { Aliases = aliases };

    private static SectionWrite<ClaimsSection> Section(UpsertOutcome paper, string version = "1")
    {
        var write = Some.Claims(paper, Some.Version(version: version));
        var analysis = write.Section.Analysis;
        return write with
        {
            Section = write.Section with
            {
                Analysis = analysis with
                {
                    Sentences = [.. analysis.Sentences.Select(sentence => sentence with { MainClaim = sentence.Start == Lift.Length + 1 })],
                    Claims = [ClaimOf(paper.PaperId, Lift), ClaimOf(paper.PaperId, Drop), ClaimOf(paper.PaperId, Bare)],
                },
            },
        };
    }

    private static Claim ClaimOf(string paperId, string sentence)
    {
        var span = SpanOf(sentence);
        return sentence switch
        {
            Lift => Claim.From(
                paperId, Abstract, span, ClaimType.Comparison, 0.9, [Number("5 %", 5, QuantityDirection.Increase, "accuracy", "CIFAR-10")],
                new() { Methods = [Quote.From(Abstract, SpanOf("FooNet"))], Datasets = [Quote.From(Abstract, SpanOf("CIFAR-10"))] }),
            Drop => Claim.From(
                paperId, Abstract, span, ClaimType.Result, 0.5, [Number("3 points", 3, QuantityDirection.Decrease, "F1 score", "SQuAD 2.0")],
                new() { Datasets = [Quote.From(Abstract, SpanOf("SQuAD 2.0"))] }),
            _ => Claim.From(
                paperId, Abstract, span, ClaimType.Availability, 0.5, [],
                new() { Datasets = [Quote.From(Abstract, new(span.Start + 16, span.Start + 24))] }),
        };
    }

    private static Quantity Number(string number, double value, QuantityDirection direction, string metric, string dataset)
        => Quantity.From(Abstract, SpanOf(number), new()
        {
            Values = [value],
            Unit = "%",
            Kind = QuantityKind.Percent,
            Direction = direction,
            Metric = SpanOf(metric),
            Dataset = SpanOf(dataset),
            Confidence = 0.5,
        });

    private static TextSpan SpanOf(string words)
    {
        var start = Abstract.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
