using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Testing;
using Pipeline.TestOrigins;

namespace Pipeline.Integration.Tests;

/// <summary>Webhooks under load, while a third of the subscribers fail and the process that tells them is killed.</summary>
public sealed class WebhookDeliveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Read from the environment: the whole proof takes minutes.
    private static readonly int Papers = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_WEBHOOK_PAPERS") ?? "600", CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Changes => Papers + (Papers / 10);

    [Fact]
    public async Task Subscribers_ThatAreWell_GetWhatTheyAskedForInOrder_ThoughOthersFailAndDeliveryIsKilledTwice()
    {
        var other = Directory.CreateTempSubdirectory("webhooks-").FullName;
        await using var receiver = await HookReceiver.StartAsync(Token);
        HookSubscriber.Play(receiver);
        await using var fleet = await WorkerFleet.StartAsync(PlanOf(other), Token);
        var store = fleet.Services.GetRequiredService<ISubscriptionStore>();
        var log = fleet.Services.GetRequiredService<IChangeLog>();
        var ids = new Dictionary<string, Guid>();
        foreach (var subscriber in HookSubscriber.All)
        {
            ids[subscriber.Path] = await subscriber.AddAsync(store, receiver, Token);
        }

        var started = Stopwatch.GetTimestamp();
        await FeedAsync(fleet, other);
        await KillAfterAsync(fleet, receiver, Changes / 4);
        await KillAfterAsync(fleet, receiver, Changes / 2);
        await FeedAgainAsync(fleet, log);
        foreach (var subscriber in HookSubscriber.All.Where(subscriber => subscriber.Recovers))
        {
            await UntilToldAsync(fleet, store, ids[subscriber.Path]);
        }

        var took = Stopwatch.GetElapsedTime(started);
        await fleet.StopAllAsync();
        var changes = (await log.ReadAsync(0, ChangeFilter.All, 2 * Changes, Token)).Changes;
        Assert.Equal(Changes, changes.Count);
        Assert.All(HookSubscriber.All, subscriber => AssertTold(subscriber, changes, receiver));
        Assert.Empty(receiver.At("/elsewhere"));
        Assert.Single(receiver.At("/gone").Select(hook => hook.Id).Distinct(StringComparer.Ordinal));
        Assert.Equal(SubscriptionState.Disabled, (await store.FindAsync(ids["/gone"], Token))!.State);
        Report(receiver, changes, took);
        Directory.Delete(other, recursive: true);
    }

    private static FleetPlan PlanOf(string other) => new()
    {
        Settings = new Dictionary<string, string> { ["Sources__other__Kind"] = "directory", ["Sources__other__Directory"] = other },
        WorkerSettings = new Dictionary<string, string>
        {
            ["Webhooks__AllowPrivateHosts"] = "true",
            ["Webhooks__Timeout"] = "00:00:15",
            ["Webhooks__FirstRetry"] = "00:00:00.010",
        },
    };

    private static async Task FeedAsync(WorkerFleet fleet, string other)
    {
        const int every = 5;
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(Papers - (Papers / every), seed: 21), Token);
        await File.WriteAllBytesAsync(
            Path.Combine(other, "papers.jsonl"), PaperGenerator.JsonLines(Papers / every, seed: 22, first: Papers - (Papers / every) + 1), Token);
        await using var bus = await FleetBus.StartAsync(fleet, Token);
        await bus.FetchAsync("inbox", Token);
        await bus.FetchAsync("other", Token);
    }

    // The first papers in another edition, once all are told of: each is another revision.
    private static async Task FeedAgainAsync(WorkerFleet fleet, IChangeLog log)
    {
        await UntilLoggedAsync(fleet, log, Papers);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "again.jsonl"), PaperGenerator.JsonLines(Papers / 10, seed: 21, edition: 2), Token);
        await fleet.FetchInboxAsync(Token);
        await UntilLoggedAsync(fleet, log, Changes);
    }

    private static async Task KillAfterAsync(WorkerFleet fleet, HookReceiver receiver, int messages)
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(receiver.CountAt("/all-1") >= messages), Patience, () => $"{messages} messages, not {receiver.CountAt("/all-1")}.\n{fleet.Log}", Token);
        await fleet["Pipeline.Delivery"].KillAsync();
        fleet["Pipeline.Delivery"].Start();
    }

    private static Task UntilLoggedAsync(WorkerFleet fleet, IChangeLog log, int entries)
        => Eventually.TrueAsync(
            async () => await log.LastSequenceAsync(Token) >= entries, Patience, () => $"{entries} changes logged.\n{fleet.Log}", Token);

    private static Task UntilToldAsync(WorkerFleet fleet, ISubscriptionStore store, Guid id)
    {
        Subscription? last = null;
        return Eventually.TrueAsync(
            async () => (last = await store.FindAsync(id, Token))!.Cursor == Changes, Patience, () => $"{Changes} changes passed; it stands at {last}.\n{fleet.Log}", Token);
    }

    private static void AssertTold(HookSubscriber subscriber, IReadOnlyList<Change> changes, HookReceiver receiver)
    {
        var wanted = changes.Where(subscriber.Wants).Select(change => change.EventId.ToString("D")).ToList();
        var came = receiver.At(subscriber.Path);
        var told = came.Select(hook => hook.Id).Distinct(StringComparer.Ordinal).ToList();

        // In the order of the log, without a gap, and nothing else; up to the end for those who are well.
        Assert.Equal(subscriber.Recovers ? wanted : wanted.Take(told.Count), told);
        Assert.All(came, hook => Assert.True(hook.Genuine));
    }

    private static void Report(HookReceiver receiver, IReadOnlyList<Change> changes, TimeSpan took)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes.Count} changes in {took.TotalSeconds:0.0} s, Delivery killed twice"));
        foreach (var subscriber in HookSubscriber.All)
        {
            var came = receiver.At(subscriber.Path);
            var told = came.Select(hook => hook.Id).Distinct(StringComparer.Ordinal).Count();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{subscriber.Path}: asked for {changes.Count(subscriber.Wants)}, was told of {told} in {came.Count} messages"));
        }
    }
}
