using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Telemetry;

/// <summary>Papers that meet in a batch keep the traces they came with.</summary>
public sealed class BatchTraceTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivitySource _source = new("Pipeline.Tests.Batches");
    private readonly ActivityListener _listener;
    private TestBus _bus = null!;

    public BatchTraceTests()
    {
        _listener = new()
        {
            ShouldListenTo = source => source == _source || TraceIds.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async ValueTask InitializeAsync() => _bus = await TestBus.StartInMemoryAsync(("Stage:BatchWait", "00:00:02"));

    public async ValueTask DisposeAsync()
    {
        await _bus.DisposeAsync();
        _listener.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task Papers_InOneBatch_EachContinueTheirOwnTrace()
    {
        var first = await PublishInTraceAsync(1);
        var second = await PublishInTraceAsync(2);

        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count == 2, "not all were announced");
        await _bus.StopAsync();

        Assert.Single(_bus.Enrichment.Attempts);
        Assert.NotEqual(first, second);
        Assert.Equal([Some.PaperId(1)], PapersIn(first));
        Assert.Equal([Some.PaperId(2)], PapersIn(second));
        Assert.Contains(_ended, span => span.TraceId == second && span.OperationName.Contains("claims-extracted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Paper_WhoseSaveFails_HasAFailedSpanAndThenAGoodOne()
    {
        _bus.Enrichment.FailSaves(1);

        var trace = await PublishInTraceAsync(3);
        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count == 1, "it was not announced");
        await _bus.StopAsync();

        Assert.Equal([1, 2], _bus.Enrichment.Works.Select(work => work.Number));
        Assert.Equal(
            [("failed", ActivityStatusCode.Error), ("saved", ActivityStatusCode.Unset)],
            _ended.Where(span => span.TraceId == trace && span.Source.Name == InstrumentNames.Pipeline)
                .Select(span => ((string?)span.GetTagItem("outcome"), span.Status)));
    }

    [Fact]
    public async Task Paper_FromTheRetryLedger_GoesOnInItsFirstTrace_AndCountsTheAttemptsBefore()
    {
        var first = ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c");
        _bus.Enrichment.FailSaves(1);
        await _bus.Control.Publish(
            Some.PaperParsed(4),
            Pipe.Execute<PublishContext<PaperParsed>>(context =>
            {
                context.Headers.Set(FailureHeaders.FirstTrace, $"00-{first}-b7ad6b7169203331-01");
                context.Headers.Set(FailureHeaders.Attempt, "2");
                context.Headers.Set(StageAttempts.RunHeader, "run-1");
            }),
            TestContext.Current.CancellationToken);
        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count == 1, "it was not announced");
        await _bus.StopAsync();

        Assert.All(PapersIn(first), paper => Assert.Equal(Some.PaperId(4), paper));
        Assert.Equal(
            [(3, "run-1", first.ToHexString()), (4, "run-1", first.ToHexString())],
            _bus.Enrichment.Works.Select(work => (work.Number, work.RunId, work.TraceId)));
    }

    private async Task<ActivityTraceId> PublishInTraceAsync(int number)
    {
        using var span = _source.StartActivity($"publish {number}")!;
        await _bus.PublishAsync(Some.PaperParsed(number));
        return span.TraceId;
    }

    // Other tests run beside this one, with traces of their own.
    private IEnumerable<object?> PapersIn(ActivityTraceId trace)
        => _ended.Where(span => span.TraceId == trace).Select(span => span.GetTagItem("paper.id")).Where(paper => paper is not null);
}
