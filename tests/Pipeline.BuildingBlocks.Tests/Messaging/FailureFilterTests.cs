using System.Runtime.Serialization;
using System.Text;
using MassTransit;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

/// <summary>What a failing message leaves in the store; the same over both transports.</summary>
public abstract class FailureFilterTests : IAsyncLifetime
{
    private TestBus _bus = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract Task<TestBus> StartAsync(params (string Key, string Value)[] settings);

    public virtual async ValueTask InitializeAsync() => _bus = await StartAsync(("Retry:Limit", "1"));

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _bus.DisposeAsync();
    }

    [Fact]
    public async Task Listing_WhoseConsumerThrows_WaitsInTheLedger_WithAllThatIsKnown()
    {
        _bus.Listings.Failing = true;

        var failure = await FailAsync("doomed");

        Assert.Equal((FailureState.Waiting, FailureCause.Transient, 1, 1), (failure.State, failure.Cause, failure.Attempts, failure.Failures));
        Assert.Equal(("parse-listing", "ListingFetched", "inbox"), (failure.Stage, failure.Type, failure.SourceId));
        Assert.EndsWith("parse-listing", failure.Queue, StringComparison.Ordinal);
        Assert.Equal(("The archive is away.", "InvalidOperationException: The archive is away."), (failure.Reason, failure.Group));
        Assert.Contains("doomed", Encoding.UTF8.GetString(failure.Body), StringComparison.Ordinal);
        Assert.Contains(nameof(ConsumerToggle), failure.Stack, StringComparison.Ordinal);
        Assert.Contains("masstransit+json", failure.ContentType, StringComparison.Ordinal);
        Assert.NotNull(failure.MessageId);
        Assert.Equal(2, _bus.Listings.Attempts.Count);
    }

    [Fact]
    public async Task Listing_ThatCanNeverWork_IsADeadLetterAtOnce()
    {
        _bus.Listings.Failing = true;
        _bus.Listings.Fault = () => new SerializationException("Paper 17 has no title.");

        var failure = await FailAsync("doomed");

        Assert.Equal((FailureState.Dead, FailureCause.Permanent), (failure.State, failure.Cause));
        Assert.Equal("SerializationException: Paper # has no title.", failure.Group);
    }

    [Fact]
    public async Task Listing_WhoseWorkWasCancelledFromInside_IsAFailure_AndNotHandedBack()
    {
        _bus.Listings.Failing = true;
        _bus.Listings.Fault = () => new TaskCanceledException("The request timed out.");

        var failure = await FailAsync("slow");

        Assert.Equal((FailureState.Waiting, FailureCause.Transient), (failure.State, failure.Cause));
        Assert.Equal(2, _bus.Listings.Attempts.Count);
    }

    [Fact]
    public async Task Listing_WhoseFailureTheStoreDoesNotTake_IsHeldUntilItDoes()
    {
        _bus.Listings.Failing = true;
        _bus.Failures.Away = true;
        await PublishAsync("held");
        await _bus.UntilAsync(() => _bus.Listings.Attempts.Count == 2, "it was not tried");

        Assert.Empty(_bus.Failures.All);
        _bus.Failures.Away = false;
        await _bus.UntilAsync(() => _bus.Failures.All.Count == 1, "it was not written");
    }

    [Fact]
    public async Task Listing_ThatSomebodyThrottled_WaitsAsLongAsAsked()
    {
        _bus.Listings.Failing = true;
        _bus.Listings.Fault = () => new ThrottledException("busy", TimeSpan.FromHours(5));

        var failure = await FailAsync("later");

        Assert.Equal((FailureState.Waiting, FailureCause.Throttled, TimeSpan.FromHours(5)), (failure.State, failure.Cause, failure.DueAt - failure.LastFailedAt));
    }

    [Fact]
    public async Task Message_ThatNobodyTakes_IsADeadLetter()
    {
        var queue = await _bus.Control.GetSendEndpoint(new Uri($"exchange:{_bus.QueueNames.Single(name => name.EndsWith("parse-listing", StringComparison.Ordinal))}"));
        await queue.Send(new PaperWithdrawn { PaperId = Some.PaperId(1), ListingId = "listing-a", ObservedAt = Some.Noon }, Token);
        await _bus.UntilAsync(() => _bus.Failures.All.Count == 1, "it was not written");

        var failure = _bus.Failures.All[0];
        Assert.Equal(
            (FailureState.Dead, FailureCause.Skipped, "PaperWithdrawn", Some.PaperId(1)), (failure.State, failure.Cause, failure.Type, failure.PaperId));
        Assert.Contains("PaperWithdrawn", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_WhoseBatchFails_AreEachAnEntryOfTheirOwn()
    {
        _bus.Enrichment.FailSaves(int.MaxValue);

        await _bus.PublishAsync(Enumerable.Range(1, 5).Select(n => Some.PaperParsed(n)));
        await _bus.UntilAsync(() => _bus.Failures.All.Count == 5, "not all were written");

        Assert.Equal(Enumerable.Range(1, 5).Select(Some.PaperId), _bus.Failures.All.Select(failure => failure.PaperId).Order(StringComparer.Ordinal));
        Assert.All(_bus.Failures.All, failure => Assert.Equal(("extract-claims", FailureState.Waiting), (failure.Stage, failure.State)));
    }

    [Fact]
    public async Task Paper_WhoseWorkFails_IsToldOfInItsTimeline()
    {
        _bus.Enrichment.FailSaves(int.MaxValue);

        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => !_bus.Timelines.Notes.IsEmpty, "it was not told");

        var note = Assert.Single(_bus.Timelines.Notes);
        Assert.Equal((Some.PaperId(1), StageNames.Claims, TimelineOutcome.Failed), (note.PaperId, note.Entry.Stage, note.Entry.Outcome));
        Assert.Equal(_bus.Failures.All[0].Reason, note.Entry.Reason);
    }

    // The failure is what must not be lost; were it written again for that, it would count twice.
    [Fact]
    public async Task Paper_WhoseTimelineCannotBeWritten_HasOneFailureAllTheSame()
    {
        _bus.Enrichment.FailSaves(int.MaxValue);
        _bus.Timelines.Away = true;

        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => _bus.Timelines.Refused > 0, "it was not tried");
        await _bus.StopAsync();

        Assert.Equal(1, Assert.Single(_bus.Failures.All).Failures);
    }

    [Fact]
    public async Task Papers_ThatCannotBeDone_FailAlone_EachForItsOwnReason()
    {
        _bus.Enrichment.Broken[Some.PaperId(3)] = new SerializationException("Paper 3 is malformed.");
        _bus.Enrichment.Broken[Some.PaperId(11)] = new InvalidOperationException("Paper 11 fails.");

        await _bus.PublishAsync(Enumerable.Range(1, 20).Select(n => Some.PaperParsed(n)));
        await _bus.UntilAsync(() => _bus.Failures.All.Count == 2 && _bus.PublishedOf<ClaimsExtracted>().Select(c => c.PaperId).Distinct().Count() == 18, "not all fared as they should");
        await _bus.StopAsync();

        Assert.Equal(
            [(Some.PaperId(3), FailureState.Dead, "Paper 3 is malformed."), (Some.PaperId(11), FailureState.Waiting, "Paper 11 fails.")],
            _bus.Failures.All.OrderBy(failure => failure.State != FailureState.Dead).Select(failure => (failure.PaperId!, failure.State, failure.Reason)));
        Assert.Equal(18, _bus.Enrichment.Saved.Count);
    }

    [Fact]
    public async Task Papers_OfOneBatch_WaitTogether_WhileTheStoreIsAway()
    {
        _bus.Enrichment.Broken[Some.PaperId(1)] = new TimeoutException("The store is away.");

        await _bus.PublishAsync(Enumerable.Range(1, 20).Select(n => Some.PaperParsed(n)));
        await _bus.UntilAsync(() => _bus.Failures.All.Count + _bus.Enrichment.Saved.Count == 20, "not all were tried");

        // Tried one by one, the first alone would fail, and each would cost a time-out.
        Assert.InRange(_bus.Failures.All.Count, 2, 20);
        Assert.All(_bus.Failures.All, failure => Assert.Equal((FailureState.Waiting, FailureCause.DependencyDown), (failure.State, failure.Cause)));
    }

    private async Task<FailedMessage> FailAsync(string listing)
    {
        await PublishAsync(listing);
        await _bus.UntilAsync(() => _bus.Failures.All.Count == 1, "it was not written");
        await _bus.StopAsync();
        return Assert.Single(_bus.Failures.All);
    }

    private Task PublishAsync(string listing) => _bus.Control.PublishListingFetchedAsync(Some.ListingFetched(listing), Token);
}

public sealed class InMemoryFailureFilterTests : FailureFilterTests
{
    private protected override Task<TestBus> StartAsync(params (string Key, string Value)[] settings) => TestBus.StartInMemoryAsync(settings);
}
