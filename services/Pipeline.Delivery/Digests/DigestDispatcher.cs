using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>Sends digests that are due, and questions to new readers. Any number of processes may; nothing runs without a mail server.</summary>
internal sealed class DigestDispatcher(
    ISubscriptionStore subscriptions, DigestQuestions questions, DigestTurn turn, DigestProgress progress, PausedStages paused,
    IHostApplicationLifetime lifetime, IOptions<DigestOptions> options, IOptions<SmtpOptions> smtp, TimeProvider time, ILogger<DigestDispatcher> logger)
    : BackgroundService
{
    private const int MaxTurns = 200;

    // A mail takes a handful of answers of the server.
    private const int Answers = 6;
    private static readonly TimeSpan Choosing = TimeSpan.FromMinutes(3);

    private readonly Guid _me = NewId.NextGuid();
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!smtp.Value.IsOn)
        {
            return;
        }

        await lifetime.WaitUntilStartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.CheckEvery, time);
        do
        {
            if (!paused.Has(PipelineStage.Deliver))
            {
                await TryAsync(RunAsync, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        if (!await questions.AskAsync(stoppingToken))
        {
            return;
        }

        var now = time.GetStoredNow();
        var due = await subscriptions.ListDueAsync(SubscriptionKind.Digest, now, last: long.MaxValue, MaxTurns, stoppingToken);
        foreach (var subscription in due)
        {
            if (!await TryTurnAsync(subscription, now, stoppingToken))
            {
                return;
            }
        }
    }

    private async Task<bool> TryTurnAsync(Subscription subscription, DateTimeOffset now, CancellationToken stoppingToken)
    {
        try
        {
            return await TakeTurnAsync(subscription.Id, now, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // What is wrong with one digest must not keep the others waiting; when it is the store, this throws, too.
            logger.DigestFailed(e, subscription.Name);
            await progress.FailedAsync(subscription.Id, stoppingToken);
            return true;
        }
    }

    private async Task<bool> TakeTurnAsync(Guid id, DateTimeOffset now, CancellationToken stoppingToken)
    {
        if (await subscriptions.TakeAsync(id, _me, Choosing + (Answers * smtp.Value.Timeout), stoppingToken) is not { } held)
        {
            return true;
        }

        try
        {
            // Another may have had its turn since it was listed.
            return held.DueAt > now || await turn.RunAsync(held, stoppingToken);
        }
        finally
        {
            await subscriptions.ReleaseAsync(id, _me, CancellationToken.None);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
            _failing = false;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The store may be away for a while: only the first failure is worth a line.
            if (!_failing)
            {
                _failing = true;
                logger.DigestsFailed(e);
            }
        }
    }
}
