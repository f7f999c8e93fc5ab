using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>A paper's timeline: every write that changed something leaves its entry, a repeated one none.</summary>
public abstract class TimelineContract : StoreContract
{
    private static readonly StageAttempt How = new() { Milliseconds = 1.25, Number = 2, TraceId = "0123456789abcdef0123456789abcdef", RunId = "run-1" };

    [Fact]
    public async Task Paper_ThatWentThroughAllStages_HasAnEntryOfEach()
    {
        var outcome = await GivenOneAsync(Some.Paper(1), Some.Observation() with { ParserVersion = "listings/1", Attempt = How });
        await SaveAsync(Some.Claims(outcome) with { Attempt = How });
        await SaveAsync(Some.Topics(outcome) with { Attempt = How });

        var entries = await TimelineAsync(outcome.PaperId);

        Assert.Equal(
            [
                Entry(0, StageNames.Parse, TimelineOutcome.Parsed, outcome.Revision) with { Version = "listings/1" },
                Entry(1, StageNames.Claims, TimelineOutcome.Extracted, outcome.Revision) with { Version = "cues/1" },
                Entry(2, StageNames.Topics, TimelineOutcome.Classified, outcome.Revision) with { Version = "terms/1+arxiv/1" },
                Entry(2, StageNames.Topics, TimelineOutcome.Enriched, outcome.Revision) with { Milliseconds = null },
            ],
            entries);
    }

    [Fact]
    public async Task Writes_Repeated_AddNothing()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(outcome));
        await SaveAsync(Some.Topics(outcome));
        var before = await TimelineAsync(outcome.PaperId);

        await GivenOneAsync(Some.Paper(1));
        await GivenOneAsync(Some.Paper(1), Some.Observation("listing-b", minutes: 5));
        await SaveAsync(Some.Topics(outcome));
        await SaveAsync(Some.Claims(outcome));

        Assert.Equal(before, await TimelineAsync(outcome.PaperId));
    }

    [Fact]
    public async Task Section_OfAnotherVersion_IsAnEntryAndCompletesAnew()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(outcome));
        await SaveAsync(Some.Topics(outcome));

        await SaveAsync(Some.Claims(outcome, Some.Version(version: "2"), minutes: 9, type: ClaimType.Finding));

        Assert.Equal(
            [("cues/2", TimelineOutcome.Extracted), (null, TimelineOutcome.Enriched)],
            (await TimelineAsync(outcome.PaperId)).TakeLast(2).Select(entry => (entry.Version, entry.Outcome)));
    }

    [Fact]
    public async Task Section_OfAFormerRevision_IsNotedAsSuperseded()
    {
        var old = await GivenOneAsync(Some.Paper(1), Some.Observation("a"));
        var current = await GivenOneAsync(Some.Paper(1, title: "Newer"), Some.Observation("b", minutes: 10));

        await SaveAsync(Some.Topics(old, minutes: 11));
        await SaveAsync(Some.Claims(current, minutes: 12));

        Assert.Equal(
            [TimelineOutcome.Parsed, TimelineOutcome.Parsed, TimelineOutcome.Superseded, TimelineOutcome.Extracted],
            (await TimelineAsync(old.PaperId)).Select(entry => entry.Outcome));
        Assert.NotNull((await GetAsync(current.PaperId)).Claims);
    }

    [Fact]
    public async Task Section_ThatIsRefused_IsNotedWithItsReason()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));

        var saved = await SaveAsync(Some.Claims(outcome.PaperId, outcome.Revision, "These are other words."));

        var entry = (await TimelineAsync(outcome.PaperId))[^1];
        Assert.Equal((TimelineOutcome.Failed, StageNames.Claims, saved.Reason), (entry.Outcome, entry.Stage, entry.Reason));
    }

    [Fact]
    public async Task Papers_ThatBecomeOne_HaveOneTimelineInOrderOfTime()
    {
        var first = await GivenOneAsync(Some.Paper("doi:10.1/x", "The same title of two"), Some.Observation("a", minutes: 0));
        var second = await GivenOneAsync(Some.Paper(7, title: "The same title of two"), Some.Observation("b", minutes: 1));
        await SaveAsync(Some.Claims(first, minutes: 3));
        await SaveAsync(Some.Claims(second, minutes: 2));

        var joined = await GivenOneAsync(
            Some.Paper(7, title: "The same title of two", aliases: ["doi:10.1/x"]), Some.Observation("c", minutes: 4));

        var entries = await TimelineAsync("doi:10.1/x");
        Assert.Equal("arxiv:2603.00007", joined.PaperId);
        Assert.Equal(
            [TimelineOutcome.Parsed, TimelineOutcome.Parsed, TimelineOutcome.Extracted, TimelineOutcome.Extracted, TimelineOutcome.Joined],
            entries.Take(5).Select(entry => entry.Outcome));
        Assert.Equal(entries.OrderBy(entry => entry.At), entries);
        Assert.Equal("was doi:10.1/x", entries[4].Reason);
        Assert.Equal(entries, await TimelineAsync(joined.PaperId));
    }

    [Fact]
    public async Task Withdrawal_IsAnEntryOnce()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));

        await Papers.WithdrawAsync(Some.Observation("gone", minutes: 3), SourceAuthority.Record, [outcome.PaperId], Token);
        await Papers.WithdrawAsync(Some.Observation("gone", minutes: 3), SourceAuthority.Record, [outcome.PaperId], Token);

        Assert.Equal(
            [TimelineOutcome.Parsed, TimelineOutcome.Withdrawn], (await TimelineAsync(outcome.PaperId)).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Append_BeyondTheBound_KeepsTheNewest()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));
        var notes = Enumerable.Range(1, PaperTimeline.MaxEntries + 3)
            .Select(minute => new TimelineNote(outcome.PaperId, Entry(minute, StageNames.Claims, TimelineOutcome.Failed, outcome.Revision)));

        await Timelines.AppendAsync([.. notes], Token);

        var entries = await TimelineAsync(outcome.PaperId);
        Assert.Equal(PaperTimeline.MaxEntries, entries.Count);
        Assert.Equal((Some.Time(4), Some.Time(PaperTimeline.MaxEntries + 3)), (entries[0].At, entries[^1].At));
    }

    [Fact]
    public async Task Append_ToAPaperThatIsNotStored_IsPassedOver()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));
        var entry = Entry(1, StageNames.Claims, TimelineOutcome.Failed, outcome.Revision);

        await Timelines.AppendAsync([new("arxiv:none", entry), new(outcome.PaperId, entry)], Token);
        await Timelines.AppendAsync([], Token);

        Assert.Null(await Timelines.FindAsync("arxiv:none", Token));
        Assert.Equal(2, (await TimelineAsync(outcome.PaperId)).Count);
    }

    private static TimelineEntry Entry(int minutes, string stage, TimelineOutcome outcome, string revision) => new()
    {
        At = Some.Time(minutes),
        Stage = stage,
        Outcome = outcome,
        Revision = revision,
        Milliseconds = How.Milliseconds,
        Attempt = How.Number,
        TraceId = How.TraceId,
        RunId = How.RunId,
    };

    private async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(string key)
    {
        var entries = await Timelines.FindAsync(key, Token);
        Assert.NotNull(entries);
        return entries;
    }
}
