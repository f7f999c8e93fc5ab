using System.Globalization;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.BuildingBlocks.Tests.Sources;

public sealed class CoverageTests
{
    // A Thursday.
    private static readonly DateOnly Day = new(2026, 1, 15);

    private static readonly SourceDefinition Source = new() { Id = "daily", Kind = SourceKind.HfDaily };

    private static readonly DateTimeOffset NextDay = At("2026-01-16T06:00:00Z");

    [Fact]
    public void Day_WithACompleteAnswerThatWasRead_IsCovered()
        => AssertDay(DayState.Covered, gap: null, reason: null, Judge(Answer(), [Listing("a")]));

    [Fact]
    public void Day_ForWhichTheSourceListsNothing_IsCovered()
        => AssertDay(DayState.Covered, gap: null, "empty", Judge(Answer() with { ListingIds = [], Note = "empty" }, []));

    [Fact]
    public void Day_WithRejectedEntriesInAListingReadToItsEnd_IsCovered()
        => AssertDay(DayState.Covered, gap: null, reason: null, Judge(Answer(), [Listing("a", rejected: 3)]));

    [Fact]
    public void Day_WithoutAnAnswer_IsUncovered()
        => AssertDay(DayState.Uncovered, DayGap.NotAsked, "not asked for", Judge(answer: null, []));

    [Theory]
    [InlineData("503 from the server", "503 from the server")]
    [InlineData(null, "the answer was not complete")]
    public void Day_WithAnIncompleteAnswer_IsUncoveredForItsReason(string? note, string reason)
        => AssertDay(DayState.Uncovered, DayGap.Incomplete, reason, Judge(Answer() with { Complete = false, Note = note }, [Listing("a")]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Day_AnsweredByAnother_IsUncovered(bool complete)
        => AssertDay(
            DayState.Uncovered,
            DayGap.OtherDay,
            "answered for 2026-01-14 instead",
            Judge(Answer() with { Answered = Day.AddDays(-1), Complete = complete }, [Listing("a")]));

    [Fact]
    public void Day_AnsweredByItself_IsCovered()
        => AssertDay(DayState.Covered, gap: null, reason: null, Judge(Answer() with { Answered = Day }, [Listing("a")]));

    [Fact]
    public void Day_WhoseListingWasRefused_IsUncoveredForThatReason()
        => AssertDay(
            DayState.Uncovered, DayGap.Unread, "a.html: a login page", Judge(Answer("a", "b"), [Listing("b"), Listing("a", ListingState.Rejected, "a login page")]));

    [Fact]
    public void Day_WhoseListingBrokeOff_IsUncovered()
        => AssertDay(DayState.Uncovered, DayGap.Unread, "a.html: ends early", Judge(Answer(), [Listing("a", ListingState.Parsed, "ends early")]));

    [Fact]
    public void Day_WhoseListingWaitsForTheParser_Waits()
        => AssertDay(
            DayState.Waiting, gap: null, "a listing waits for the Parser", Judge(Answer("a", "b"), [Listing("a"), Listing("b", ListingState.Fetched)]));

    [Fact]
    public void Day_WithARefusedAndAWaitingListing_IsUncovered()
        => AssertDay(
            DayState.Uncovered, DayGap.Unread, "b.html: spam", Judge(Answer("a", "b"), [Listing("a", ListingState.Fetched), Listing("b", ListingState.Rejected, "spam")]));

    [Fact]
    public void Day_WhoseListingIsNotRecorded_IsUncovered()
        => AssertDay(DayState.Uncovered, DayGap.Incomplete, "its listing a is not recorded", Judge(Answer(), []));

    [Theory]
    [InlineData("2026-01-15T23:59:59.999Z", "2026-01-15T23:59:59.999Z", DayState.Waiting)]
    [InlineData("2026-01-15T23:59:59.999Z", "2026-01-16T00:00:00Z", DayState.Uncovered)]
    [InlineData("2026-01-16T00:00:00Z", "2026-01-16T00:00:00Z", DayState.Covered)]
    public void Day_AskedForBeforeItWasOver_IsNotCovered(string answered, string now, DayState state)
        => Assert.Equal(state, Judge(Answer() with { At = At(answered) }, [Listing("a")], now: At(now)).State);

    [Fact]
    public void Day_OnWhichASourceThatIsNotAskedByDayAnswered_IsCoveredAtOnce()
        => Assert.Equal(
            DayState.Covered,
            Judge(Answer() with { At = At("2026-01-15T06:00:00Z") }, [Listing("a")], Source with { Kind = SourceKind.ArxivRss }, now: At("2026-01-15T07:00:00Z")).State);

    [Fact]
    public void Day_IsOver_ByTheSourcesTimeZone()
    {
        var newYork = Source with { TimeZone = "America/New_York" };

        Assert.Equal(DayState.Waiting, Judge(answer: null, [], newYork, now: At("2026-01-16T04:59:59Z")).State);
        Assert.Equal(DayState.Uncovered, Judge(answer: null, [], newYork, now: At("2026-01-16T05:00:00Z")).State);
    }

    [Fact]
    public void DayToCome_Waits()
        => AssertDay(DayState.Waiting, gap: null, "the day is not over", Judge(answer: null, [], now: At("2026-01-10T00:00:00Z")));

    [Theory]
    [InlineData(0, 0, null, DayState.Waiting, "a run is under way")]
    [InlineData(-7, 0, "throttled", DayState.Waiting, "a run waits: throttled")]
    [InlineData(1, 3, null, DayState.Uncovered, "not asked for")]
    [InlineData(-3, -1, null, DayState.Uncovered, "not asked for")]
    public void Day_ThatARunUnderWayAsksFor_Waits(int from, int to, string? waitsFor, DayState state, string reason)
    {
        var judged = Judge(answer: null, [], underWay: Run(Day.AddDays(from), Day.AddDays(to)) with { Reason = waitsFor });

        Assert.Equal((state, reason), (judged.State, judged.Reason));
    }

    [Fact]
    public void CoveredDay_StaysCovered_WhileARunAsksForItAgain()
        => Assert.Equal(DayState.Covered, Judge(Answer(), [Listing("a")], underWay: Run(Day, Day)).State);

    [Fact]
    public void RunThatIsNotForDays_LetsNoDayWait()
        => Assert.Equal(DayState.Uncovered, Judge(answer: null, [], underWay: Run(null, null)).State);

    [Fact]
    public void SkippedDay_IsSkipped_UnlessItWasCovered()
    {
        var source = Source with { SkipDays = [DayOfWeek.Thursday] };

        Assert.Equal(DayState.Skipped, Judge(answer: null, [], source).State);
        Assert.Equal(DayState.Skipped, Judge(Answer() with { Complete = false }, [], source).State);
        Assert.Equal(DayState.Skipped, Judge(answer: null, [], source, now: At("2026-01-10T00:00:00Z")).State);
        Assert.Equal(DayState.Covered, Judge(Answer(), [Listing("a")], source).State);
        Assert.Equal(DayState.Uncovered, Judge(answer: null, [], Source with { SkipDays = [DayOfWeek.Friday] }).State);
    }

    [Fact]
    public void Report_HoldsEveryDayOnce_InOrder()
    {
        var facts = new CoverageFacts(Source, [Answer() with { ListingIds = [] }], new Dictionary<string, Listing>(), [], NextDay.AddDays(30));

        var days = Coverage.Of(facts, new DateOnly(2026, 1, 14), new DateOnly(2026, 2, 2));

        Assert.Equal(SourceCalendar.Between(new DateOnly(2026, 1, 14), new DateOnly(2026, 2, 2)), days.Select(day => day.Day));
        Assert.Equal(Day, Assert.Single(days, day => day.State == DayState.Covered).Day);
    }

    [Theory]
    [InlineData(DayGap.NotAsked, true)]
    [InlineData(DayGap.Incomplete, true)]
    [InlineData(DayGap.OtherDay, false)]
    [InlineData(DayGap.Unread, false)]
    [InlineData(null, false)]
    public void Gap_IsWorthAskingAgain_OnlyWhereNoCompleteAnswerWasGiven(DayGap? gap, bool worth)
        => Assert.Equal(worth, new DayCoverage { Day = Day, State = DayState.Uncovered, Gap = gap }.MayBeAskedAgain);

    private static DayCoverage Judge(
        DayAnswer? answer, Listing[] listings, SourceDefinition? source = null, FetchRun? underWay = null, DateTimeOffset? now = null)
        => Assert.Single(Coverage.Of(
            new CoverageFacts(
                source ?? Source,
                answer is null ? [] : [answer],
                listings.ToDictionary(listing => listing.Id),
                underWay is null ? [] : [underWay],
                now ?? NextDay),
            Day,
            Day));

    private static void AssertDay(DayState state, DayGap? gap, string? reason, DayCoverage judged)
        => Assert.Equal(new DayCoverage { Day = Day, State = state, Gap = gap, Reason = reason }, judged);

    private static DayAnswer Answer(params string[] listings) => new()
    {
        SourceId = "daily",
        Day = Day,
        RunId = Guid.Empty,
        At = NextDay,
        Complete = true,
        ListingIds = listings.Length == 0 ? ["a"] : listings,
    };

    private static Listing Listing(string id, ListingState state = ListingState.Parsed, string? reason = null, int rejected = 0) => new()
    {
        Id = id,
        SourceId = "daily",
        ContentHash = new string('0', 64),
        ContentLength = 1,
        Name = $"{id}.html",
        FetchedAt = NextDay,
        State = state,
        Result = state == ListingState.Fetched ? null : new() { ParsedAt = NextDay, ParserVersion = "1", Reason = reason, Rejected = rejected },
    };

    private static FetchRun Run(DateOnly? from, DateOnly? to) => new()
    {
        Id = Guid.Empty,
        SourceId = "daily",
        Cause = RunCause.Manual,
        From = from,
        To = to,
        CreatedAt = NextDay,
        DueAt = NextDay,
    };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
