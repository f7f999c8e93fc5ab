using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Gives every webhook that is due its turn; of several processes each has it in the hands of one.</summary>
internal sealed class WebhookDispatcher(
    ISubscriptionStore store,
    IChangeLog log,
    WebhookTurn turn,
    WebhookLanes lanes,
    WebhookLook look,
    WebhookReach reach,
    ChangeSignal signal,
    PausedStages paused,
    IHostApplicationLifetime lifetime,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookDispatcher> logger) : BackgroundService
{
    // Failing ones that find no place must not hide the others.
    private const int MostDue = 20_000;

    // Thousands that asked for none of it must not make those wait that did.
    private const int LooksAtOnce = 8;

    // A message in hand when the process is told to stop is mostly answered by then.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Guid _me = NewId.NextGuid();
    private readonly ConcurrentDictionary<Guid, Task> _turns = [];
    private readonly ConcurrentDictionary<Guid, byte> _slow = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _wakeAt = DateTimeOffset.MaxValue;
    private int _failing;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _ended.CancelAfter(Grace);
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_turns.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        base.Dispose();
        _ended.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            ForgetWaking();
            if (!paused.Has(PipelineStage.Deliver))
            {
                await TryAsync(async () => await DispatchAsync(stoppingToken), stoppingToken);
            }

            await signal.WaitAsync(Pause(), time, stoppingToken);
        }
    }

    private async Task DispatchAsync(CancellationToken stoppingToken)
    {
        var last = await log.LastSequenceAsync(stoppingToken);
        var all = await store.ListDueAsync(SubscriptionKind.Webhook, time.GetStoredNow(), last, MostDue, stoppingToken);
        reach.KeepOnly(all.Select(due => due.Id).Concat(_turns.Keys));
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = LooksAtOnce, CancellationToken = stoppingToken },
            async (due, token) => await DispatchAsync(due, last, token, stoppingToken));
    }

    private async Task DispatchAsync(Subscription due, long last, CancellationToken looking, CancellationToken stoppingToken)
    {
        var isSlow = due.Failures > 0 || _slow.ContainsKey(due.Id);
        if (!_turns.ContainsKey(due.Id)
            && lanes.HasRoom(isSlow)
            && await look.HasWorkAsync(due, last, looking)
            && lanes.TryEnter(isSlow) is { } place)
        {
            var started = new TaskCompletionSource();
            _turns[due.Id] = RunAsync(due.Id, place, started.Task, stoppingToken);
            started.SetResult();
        }
    }

    // Starts when it is among the turns, so that its end finds it there.
    private async Task RunAsync(Guid id, WebhookLanes.Place place, Task started, CancellationToken stoppingToken)
    {
        await started;
        DateTimeOffset? again = null;
        await TryAsync(async () => again = await turn.RunAsync(id, _me, place, signal.Set, stoppingToken, _ended.Token), stoppingToken);

        // Who was quick from among the slow is back among the others the next time.
        _ = place.WasSlow ? _slow.TryAdd(id, 0) : _slow.TryRemove(id, out _);
        place.Dispose();
        _turns.TryRemove(id, out _);
        if (again is { } at)
        {
            WakeAt(at);
            signal.Set();
        }
    }

    private void WakeAt(DateTimeOffset at)
    {
        lock (_gate)
        {
            _wakeAt = at < _wakeAt ? at : _wakeAt;
        }
    }

    private void ForgetWaking()
    {
        lock (_gate)
        {
            _wakeAt = _wakeAt <= time.GetUtcNow() ? DateTimeOffset.MaxValue : _wakeAt;
        }
    }

    private TimeSpan Pause()
    {
        lock (_gate)
        {
            var left = _wakeAt - time.GetUtcNow();
            return left > options.Value.PollEvery ? options.Value.PollEvery : left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
            if (Interlocked.Exchange(ref _failing, 0) == 1)
            {
                logger.WebhooksWorkAgain();
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The store may be away for a while: only the first failure is worth a line.
            if (Interlocked.Exchange(ref _failing, 1) == 0)
            {
                logger.WebhooksFailed(e);
            }
        }
        catch (Exception e)
        {
            logger.WebhooksFailedAtStop(e);
        }
    }
}
