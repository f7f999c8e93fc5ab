using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Contracts;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class SweepTests : IAsyncLifetime
{
    private SweepFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await SweepFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Run_DispatchesOnlyTheStagesAPaperLacks(bool claims, bool topics)
    {
        _fixture.Papers.Add(Some.Paper(1, claims, topics), Some.Noon);
        _fixture.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(new(Listings: 0, Papers: 1), await _fixture.RunAsync());

        Assert.Equal(claims ? [Some.PaperId(1)] : [], _fixture.Published.Of<ExtractClaims>().Select(m => m.PaperId));
        Assert.Equal(topics ? [Some.PaperId(1)] : [], _fixture.Published.Of<ClassifyTopics>().Select(m => m.PaperId));
    }

    [Theory]
    [InlineData(PipelineStage.Claims, 0, 1, 1)]
    [InlineData(PipelineStage.Topics, 1, 0, 1)]
    [InlineData(PipelineStage.Parse, 1, 1, 0)]
    [InlineData(PipelineStage.Schedule, 1, 1, 1)]
    public async Task Run_LeavesAPausedStageAlone(PipelineStage stage, int claims, int topics, int listings)
    {
        _fixture.Papers.Add(Some.Paper(1), Some.Noon);
        await _fixture.Listings.SaveFetchedAsync(Some.Listing(1), TestContext.Current.CancellationToken);
        _fixture.Paused.Set([new() { Stage = stage, Since = Some.Noon, By = "ann" }]);
        _fixture.Time.Advance(TimeSpan.FromMinutes(10));

        await _fixture.RunAsync();

        Assert.Equal(
            (claims, topics, listings),
            (_fixture.Published.Of<ExtractClaims>().Count, _fixture.Published.Of<ClassifyTopics>().Count, _fixture.Published.Of<ListingFetched>().Count));
    }

    [Fact]
    public async Task Run_SendsTheTextOfTheCurrentRevision()
    {
        var paper = Some.Paper(1);
        _fixture.Papers.Add(paper, Some.Noon);
        _fixture.Time.Advance(TimeSpan.FromMinutes(10));

        await _fixture.RunAsync();

        Assert.Equal(
            new() { PaperId = paper.PaperId, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
            Assert.Single(_fixture.Published.Of<ExtractClaims>()));
        Assert.Equal(
            new() { PaperId = paper.PaperId, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
            Assert.Single(_fixture.Published.Of<ClassifyTopics>()));
    }

    [Theory]
    [InlineData(599_999, 0)]
    [InlineData(600_000, 1)]
    public async Task Run_LeavesPapersAndListingsTheirGrace(int milliseconds, int dispatched)
    {
        _fixture.Papers.Add(Some.Paper(1), Some.Noon);
        await _fixture.Listings.SaveFetchedAsync(Some.Listing(1), TestContext.Current.CancellationToken);
        _fixture.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(new(dispatched, dispatched), await _fixture.RunAsync());
    }

    [Fact]
    public async Task Run_WithoutGrace_TakesWhatHasJustArrived()
    {
        _fixture.Papers.Add(Some.Paper(1), Some.Noon);
        await _fixture.Listings.SaveFetchedAsync(Some.Listing(1), TestContext.Current.CancellationToken);

        Assert.Equal(new(1, 1), await _fixture.Sweep.RunAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(FailureState.Dead, 59, 0)]
    [InlineData(FailureState.Dead, 60, 1)]
    [InlineData(FailureState.Waiting, 59, 0)]
    [InlineData(FailureState.Sent, 59, 0)]
    [InlineData(FailureState.Replayed, 59, 1)]
    [InlineData(FailureState.Discarded, 59, 1)]
    public async Task Run_LeavesAPaperThatFailedLatelyToWhoeverHasItsMessage_AndDispatchesTheOthers(FailureState state, int minutes, int dispatched)
    {
        _fixture.Papers.Add(Some.Paper(1), Some.Noon);
        _fixture.Papers.Add(Some.Paper(2), Some.Noon);
        await FailAsync(1, state);
        _fixture.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(new(0, dispatched + 1), await _fixture.RunAsync());
        Assert.Equal(dispatched, _fixture.Published.Of<ExtractClaims>().Count(message => message.PaperId == Some.PaperId(1)));
    }

    [Fact]
    public async Task Run_WithoutGrace_TakesWhatFailedLately_ForItsMessageMayHaveEndedWithItsProcess()
    {
        _fixture.Papers.Add(Some.Paper(1), Some.Noon);
        await FailAsync(1, FailureState.Dead);

        Assert.Equal(new(0, 1), await _fixture.Sweep.RunAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Run_WithMoreThanFitsOneBatch_GoesOnUntilAllIsDispatched(int count)
    {
        foreach (var number in Enumerable.Range(1, count))
        {
            _fixture.Papers.Add(Some.Paper(number, topics: false), Some.Noon);
            await _fixture.Listings.SaveFetchedAsync(Some.Listing(number), TestContext.Current.CancellationToken);
        }

        _fixture.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(new(count, count), await _fixture.RunAsync());
        Assert.Equal(
            Enumerable.Range(1, count).Select(Some.PaperId),
            _fixture.Published.Of<ExtractClaims>().Select(m => m.PaperId).Order(StringComparer.Ordinal));
        Assert.Equal(count, _fixture.Published.Of<ListingFetched>().Select(m => m.ListingId).Distinct().Count());
    }

    [Fact]
    public async Task Run_AgainTooSoon_DispatchesNothing_AndLaterTheSameAgain()
    {
        _fixture.Papers.Add(Some.Paper(1, topics: false), Some.Noon);
        await _fixture.Listings.SaveFetchedAsync(Some.Listing(1), TestContext.Current.CancellationToken);

        _fixture.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new(1, 1), await _fixture.RunAsync());

        _fixture.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(new(0, 0), await _fixture.RunAsync());

        _fixture.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new(1, 1), await _fixture.RunAsync());
    }

    [Fact]
    public async Task Run_PublishesAListingEachTimeWithTheIdOfItsFirstMessage()
    {
        var listing = Some.Listing(1, format: "atom");
        await _fixture.Listings.SaveFetchedAsync(listing, TestContext.Current.CancellationToken);

        _fixture.Time.Advance(TimeSpan.FromMinutes(10));
        await _fixture.RunAsync();
        _fixture.Time.Advance(TimeSpan.FromMinutes(10));
        await _fixture.RunAsync();

        var expected = DeterministicId.From("listing-fetched", listing.Id, $"{listing.FetchedAt.UtcTicks}");
        Assert.Equal([expected, expected], _fixture.Published.IdsOf<ListingFetched>());
        Assert.Equal(
            new()
            {
                ListingId = listing.Id,
                SourceId = listing.SourceId,
                ContentHash = listing.ContentHash,
                Name = listing.Name,
                FetchedAt = listing.FetchedAt,
                Format = "atom",
            },
            _fixture.Published.Of<ListingFetched>()[0]);
    }

    private Task<bool> FailAsync(int paper, FailureState state)
        => _fixture.Failures.TryCreateAsync(
            new()
            {
                Id = DeterministicId.From("test-failure", Some.PaperId(paper)),
                PaperId = Some.PaperId(paper),
                Queue = "extract-claims",
                Stage = "extract-claims",
                ContentType = "application/json",
                Cause = FailureCause.Permanent,
                Group = "InvalidDataException: odd",
                Reason = "odd",
                FirstFailedAt = Some.Noon,
                LastFailedAt = Some.Noon,
                DueAt = Some.Noon,
                State = state,
            },
            TestContext.Current.CancellationToken);
}
