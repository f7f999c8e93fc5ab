using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>A stage writes its section only while the paper stands at the section's revision, and never out of its own.</summary>
public abstract class SectionContract : StoreContract
{
    [Fact]
    public async Task Save_AtTheCurrentRevision_StoresTheSectionAndNothingElse()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));
        var before = await GetAsync(outcome.PaperId);

        var claims = await SaveAsync(Some.Claims(outcome));

        Assert.Equal(new(SectionState.Saved), claims);
        Assert.Equal(
            Canonical.Json(before with { Claims = Some.Claims(outcome).Section }),
            Canonical.Json(await GetAsync(outcome.PaperId)));
    }

    [Fact]
    public async Task Save_Repeated_LeavesTheSectionAsItWasFirstWritten()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(outcome, minutes: 1));
        await SaveAsync(Some.Topics(outcome, minutes: 2, topics: ["cs.LG"]));
        var before = Canonical.Json(await GetAsync(outcome.PaperId));

        await SaveAsync(Some.Claims(outcome, minutes: 30, type: ClaimType.Finding));
        await SaveAsync(Some.Topics(outcome, minutes: 31, topics: ["cs.CL"]));

        Assert.Equal(before, Canonical.Json(await GetAsync(outcome.PaperId)));
    }

    [Fact]
    public async Task Save_AfterThePaperMovedOn_IsSupersededAndOverwritesNothing()
    {
        var old = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        var current = await GivenOneAsync(Some.Paper(1, title: "Newer"), Some.Observation("b", minutes: 10));
        await SaveAsync(Some.Claims(current));
        await SaveAsync(Some.Topics(current));
        var before = Canonical.Json(await GetAsync(old.PaperId));

        Assert.Equal(new(SectionState.Superseded), await SaveAsync(Some.Claims(old)));
        Assert.Equal(new(SectionState.Superseded), await SaveAsync(Some.Topics(old)));
        Assert.Equal(before, Canonical.Json(await GetAsync(old.PaperId)));
    }

    [Fact]
    public async Task Save_ForAPaperThatIsNotStored_IsSuperseded()
    {
        var gone = new UpsertOutcome("arxiv:gone", PaperChange.New, "0123456789abcdef", "Title", "Abstract.", Pending: true);

        Assert.Equal(new(SectionState.Superseded), await SaveAsync(Some.Claims(gone)));
        Assert.Equal(new(SectionState.Superseded), await SaveAsync(Some.Topics(gone)));
        Assert.Null(await Papers.FindAsync("arxiv:gone", Token));
    }

    [Fact]
    public async Task Save_OfNothing_GivesNoOutcomes()
    {
        Assert.Empty(await Papers.SaveClaimsAsync([], Token));
        Assert.Empty(await Papers.SaveTopicsAsync([], Token));
    }

    [Fact]
    public async Task Save_OfAQuoteThatIsNotInTheAbstract_RefusesThatPaperAlone()
    {
        var outcomes = await GivenAsync(Some.Observation(), Some.Papers(3));
        var writes = outcomes.Select(o => Some.Claims(o)).ToArray();
        writes[1] = Of("It does not say these words.", outcomes[1]);

        var saved = await Papers.SaveClaimsAsync(writes, Token);

        Assert.Equal([SectionState.Saved, SectionState.Refused, SectionState.Saved], saved.Select(s => s.State));
        Assert.False(string.IsNullOrWhiteSpace(saved[1].Reason));
        Assert.NotNull((await GetAsync(outcomes[0].PaperId)).Claims);
        Assert.Null((await GetAsync(outcomes[1].PaperId)).Claims);
    }

    [Fact]
    public async Task Save_OfASpanBeyondTheAbstract_IsRefused()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));

        var saved = await SaveAsync(Of(outcome.Abstract + " More.", outcome));

        Assert.Equal(SectionState.Refused, saved.State);
        Assert.Null(saved.Completed);
    }

    [Theory]
    [InlineData("quantity")]
    [InlineData("metric")]
    [InlineData("name")]
    [InlineData("address")]
    [InlineData("sentence")]
    public async Task Save_OfAPartThatIsNotInTheAbstract_IsRefusedAndNamed(string part)
    {
        var outcome = await GivenOneAsync(Some.Paper(1, @abstract: "It reaches 91.5 % on the benchmark."));
        var write = Some.Claims(outcome);

        var saved = await SaveAsync(write with { Section = write.Section with { Analysis = Wrong(write.Section.Analysis, part) } });

        Assert.Equal(SectionState.Refused, saved.State);
        Assert.Contains($"A {part} from", saved.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TextPart.Title, "Paper", SectionState.Saved)]
    [InlineData(TextPart.Title, "paper", SectionState.Refused)]
    [InlineData(TextPart.Abstract, "We pr", SectionState.Saved)]
    [InlineData(TextPart.Abstract, "Paper", SectionState.Refused)]
    public async Task Save_OfTopicEvidence_IsTakenOnlyWhenTheNamedTextSaysIt(TextPart part, string words, SectionState expected)
    {
        var outcome = await GivenOneAsync(Some.Paper(1, title: "Paper"));
        var write = Some.Topics(outcome, topics: ["cs.LG"]);
        var topic = write.Section.Analysis.Topics[0];
        var evidence = topic.Evidence[0] with { End = 5, Text = words, In = part };
        var analysis = write.Section.Analysis with { Topics = [topic with { Evidence = [evidence] }] };

        var saved = await SaveAsync(write with { Section = write.Section with { Analysis = analysis } });

        Assert.Equal(expected, saved.State);
        Assert.Equal(expected == SectionState.Refused, saved.Reason is not null);
    }

    [Fact]
    public async Task Save_OfTwoPapersOneOfThemSuperseded_SavesTheOther()
    {
        var old = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        await GivenOneAsync(Some.Paper(1, title: "Newer"), Some.Observation("b", minutes: 10));
        var other = await GivenOneAsync(Some.Paper(2));

        var saved = await Papers.SaveTopicsAsync([Some.Topics(old), Some.Topics(other, topics: ["cs.LG"])], Token);

        Assert.Equal([SectionState.Superseded, SectionState.Saved], saved.Select(s => s.State));
        Assert.Equal("cs.LG", Assert.Single((await GetAsync(other.PaperId)).Topics!.Analysis.Topics).Id);
    }

    [Fact]
    public async Task Save_OfAnEmptyAnalysis_IsSaved()
    {
        var outcome = await GivenOneAsync(Some.Paper(1, @abstract: ""));

        var saved = await SaveAsync(Some.Topics(outcome, topics: []));

        Assert.Equal(SectionState.Saved, saved.State);
        Assert.True((await GetAsync(outcome.PaperId)).Topics!.Analysis.Abstained);
    }

    private static ClaimAnalysis Wrong(ClaimAnalysis right, string part)
    {
        const string Other = "It reaches 92.5 % in its test.";
        return part switch
        {
            "quantity" => right with { Quantities = SomeAnalysis.Of("p", "On one it has 91.5 %.", ClaimType.Result).Quantities },
            "metric" => right with { Quantities = SomeAnalysis.Of("p", "At reaches 91.5 %", ClaimType.Result).Quantities },
            "name" => right with { Names = new() { Datasets = [Quote.From(Other, new(3, 30))] } },
            "address" => right with { Urls = [Quote.From(Other, new(18, 30))] },
            _ => right with { Sentences = [right.Sentences[0] with { End = 100 }] },
        };
    }

    // A section of another text, under the paper's revision.
    private static SectionWrite<ClaimsSection> Of(string text, UpsertOutcome paper) => Some.Claims(paper.PaperId, paper.Revision, text);
}
