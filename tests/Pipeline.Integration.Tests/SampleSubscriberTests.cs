using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Testing;
using RabbitMQ.Client;

namespace Pipeline.Integration.Tests;

/// <summary>The samples for consumers, as clients that know nothing of this code, over a real broker.</summary>
public sealed class SampleSubscriberTests
{
    private const int Share = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("subscriber.py")]
    [InlineData("subscriber.cs")]
    public async Task Subscriber_HandlesEveryEventOnce_FromBeforeItCameAndFromWhileItWasAway(string sample)
    {
        var missing = await SampleSubscriber.FindMissingAsync(sample);
        Assert.SkipWhen(missing is not null, missing ?? "");
        await using var fleet = await WorkerFleet.StartAsync(Token);
        var log = fleet.Services.GetRequiredService<IChangeLog>();
        await using var connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        await using var subscriber = new SampleSubscriber(fleet, sample);
        try
        {
            await FeedAsync(fleet, log, 1);
            subscriber.Start("paper.enriched.source.inbox");
            await UntilHandledAsync(subscriber, Share, fleet);
            await FeedAsync(fleet, log, 2);
            await UntilHandledAsync(subscriber, 2 * Share, fleet);
            await subscriber.KillAsync();
            await FeedAsync(fleet, log, 3);
            subscriber.Start("paper.enriched.source.inbox");
            await UntilHandledAsync(subscriber, 3 * Share, fleet);

            // All of them again, then a last one: once that is handled, no repeat can come any more.
            var changes = (await log.ReadAsync(0, ChangeFilter.All, 4 * Share, Token)).Changes;
            foreach (var change in changes)
            {
                await channel.BasicPublishAsync("", subscriber.Queue, change.Json, Token);
            }

            await FeedAsync(fleet, log, 4);
            await UntilHandledAsync(subscriber, 4 * Share, fleet);
            Assert.Equal(Enumerable.Range(1, 4 * Share).Select(n => $"{n:D19}"), subscriber.Handled.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
            Assert.All(subscriber.Handled, line => Assert.Contains(" paper.enriched.v1 ", line, StringComparison.Ordinal));
        }
        finally
        {
            await channel.QueueDeleteAsync(subscriber.Queue, cancellationToken: CancellationToken.None);
        }
    }

    private static async Task FeedAsync(WorkerFleet fleet, IChangeLog log, int share)
    {
        var papers = PaperGenerator.JsonLines(Share, seed: share, first: ((share - 1) * Share) + 1);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, $"papers-{share}.jsonl"), papers, Token);
        await fleet.FetchInboxAsync(Token);
        await Eventually.TrueAsync(
            async () => await log.LastSequenceAsync(Token) == share * Share, TimeSpan.FromMinutes(2), () => $"share {share} is logged.\n{fleet.Log}", Token);
    }

    private static Task UntilHandledAsync(SampleSubscriber subscriber, int events, WorkerFleet fleet)
        => Eventually.TrueAsync(
            () => Task.FromResult(subscriber.Handled.Count >= events), TimeSpan.FromMinutes(4),
            () => $"{events} events are handled, not {subscriber.Handled.Count}.\n{subscriber.Problems}\n{fleet.Log}", Token);
}
