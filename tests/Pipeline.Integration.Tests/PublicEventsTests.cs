using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>What separate workers tell the world outside, also when those who tell it are killed.</summary>
public sealed class PublicEventsTests
{
    private const int Papers = 600;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_AreEachLoggedOnceAndPublished_ThoughDeliveryIsKilledInTheMiddle()
    {
        var plan = new FleetPlan { Replicas = new Dictionary<string, int> { ["Pipeline.Delivery"] = 2 } };
        await using var fleet = await WorkerFleet.StartAsync(plan, Token);
        await using var all = await PublicConsumer.BindAsync(fleet.Name, "paper.#", Token);
        await using var inbox = await PublicConsumer.BindAsync(fleet.Name, "paper.enriched.source.inbox", Token);
        await using var elsewhere = await PublicConsumer.BindAsync(fleet.Name, "paper.*.source.elsewhere", Token);
        var log = fleet.Services.GetRequiredService<IChangeLog>();
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(Papers, seed: 11), Token);

        await fleet.FetchInboxAsync(Token);
        await UntilLoggedAsync(fleet, log, Papers / 10);
        await fleet["Pipeline.Delivery"].KillAsync();
        fleet["Pipeline.Delivery"].Start();
        await UntilLoggedAsync(fleet, log, Papers);
        await fleet.FinishAsync(Token);

        var changes = (await log.ReadAsync(0, ChangeFilter.All, 2 * Papers, Token)).Changes;
        Assert.Equal(Enumerable.Range(1, Papers).Select(n => (long)n), changes.Select(change => change.Sequence));
        Assert.Equal(Papers, changes.Select(change => change.PaperId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(changes, change => Assert.Equal((ChangeKind.Enriched, "inbox"), (change.Kind, Assert.Single(change.Sources))));
        var expected = changes.Select(change => ((string?)change.EventId.ToString("D"), Encoding.UTF8.GetString(change.Json.Span))).Order().ToList();
        Assert.Equal(expected, all.Received.Distinct().Order());
        Assert.Equal(expected, inbox.Received.Distinct().Order());
        Assert.Empty(elsewhere.Received);
        Assert.Empty(all.Received.SelectMany(message => EventCatalogue.FaultsOf(message.Body)));
        await AssertShownAsync(fleet, changes);
    }

    private static async Task AssertShownAsync(WorkerFleet fleet, IReadOnlyList<Change> changes)
    {
        var shown = await CommandLine.RunAsync(["changes", "--json", "--after", "10", "--limit", "1000"], input: null, fleet.Settings, Token);

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Equal(changes.Skip(10).Select(change => Encoding.UTF8.GetString(change.Json.Span)), shown.Lines);
    }

    private static Task UntilLoggedAsync(WorkerFleet fleet, IChangeLog log, int entries)
        => Eventually.TrueAsync(
            async () => await log.LastSequenceAsync(Token) >= entries, TimeSpan.FromMinutes(3), () => $"{entries} changes logged.\n{fleet.Log}", Token);
}
