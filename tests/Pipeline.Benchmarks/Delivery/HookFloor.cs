using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks.Reprocessing;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Testing;
using Pipeline.TestOrigins;

namespace Pipeline.Benchmarks.Delivery;

/// <summary>The least a webhook can take: a bare client posts bodies of the same size, one after the other, because they come in order.</summary>
internal static class HookFloor
{
    /// <summary>Times of single posts, and posts a second.</summary>
    public static async Task<(Latencies Times, double Rate)> MeasureAsync(int size, int posts)
    {
        await using var receiver = await HookReceiver.StartAsync(CancellationToken.None);
        using var client = new HttpClient();
        var address = new Uri(receiver.Address + "/floor");
        var body = System.Text.Encoding.ASCII.GetBytes($$"""{"type":"floor","pad":"{{new string('x', size)}}"}""");
        var times = new List<TimeSpan>(posts);
        for (var post = 0; post < posts; post++)
        {
            var started = Stopwatch.GetTimestamp();
            using var content = new ByteArrayContent(body);
            using var answer = await client.PostAsync(address, content);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return (new(times), posts / times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time).TotalSeconds);
    }

    /// <summary>Subscribes a receiver to everything from now on.</summary>
    public static async Task SubscribeAsync(WorkerFleet fleet, HookReceiver receiver)
    {
        var now = TimeProvider.System.GetStoredNow();
        var subscription = new Subscription
        {
            Id = NewId.NextGuid(),
            Name = "benchmark",
            State = SubscriptionState.Active,
            Webhook = new() { Url = receiver.Address + "/hook", Secrets = [new() { Value = HookReceiver.Secret, CreatedAt = now }] },
            CreatedAt = now,
            Cursor = 0,
        };
        var added = new SubscriptionEvent { Id = NewId.NextGuid(), SubscriptionId = subscription.Id, Name = subscription.Name, At = now, By = "benchmark", Action = "added" };
        await fleet.Services.GetRequiredService<ISubscriptionStore>().TryAddAsync(subscription, added, CancellationToken.None);
    }
}
