using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Scheduler.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Scheduler.Tests;

/// <summary>A process whose queues died with it, started again, wired as in production.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task Start_AfterTheQueuesWereLost_DispatchesAllThatIsUnfinishedAtOnce()
    {
        var papers = new FakePaperStore();
        papers.Add(Some.Paper(1), TimeProvider.System.GetUtcNow());
        var listings = new FakeListingStore();
        await listings.SaveFetchedAsync(
            Some.Listing(1) with { FetchedAt = TimeProvider.System.GetUtcNow() }, TestContext.Current.CancellationToken);
        using var host = Build(papers, listings);
        var received = host.Services.GetRequiredService<Received>();

        await host.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            () => Task.FromResult(received.Keys.Count == 3),
            TimeSpan.FromSeconds(20),
            () => $"received only {string.Join(", ", received.Keys)}",
            TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [$"claims of {Some.PaperId(1)}", "listing-1", $"topics of {Some.PaperId(1)}"], received.Keys.Order(StringComparer.Ordinal));
    }

    private static IHost Build(FakePaperStore papers, FakeListingStore listings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["Scheduler:ResumeAtStart"] = "true";
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IPaperStore>(papers)
            .AddSingleton<IListingStore>(listings)
            .AddSingleton<IFailureStore>(new FakeFailureStore())
            .AddSingleton<Received>()
            .AddScheduler()
            .AddInMemoryMessaging(bus => bus.AddConsumer<EverythingConsumer>());
        return builder.Build();
    }

    internal sealed class Received
    {
        public ConcurrentBag<string> Keys { get; } = [];
    }

    internal sealed class EverythingConsumer(Received received) :
        IConsumer<ExtractClaims>,
        IConsumer<ClassifyTopics>,
        IConsumer<ListingFetched>
    {
        public Task Consume(ConsumeContext<ExtractClaims> context) => Keep($"claims of {context.Message.PaperId}");

        public Task Consume(ConsumeContext<ClassifyTopics> context) => Keep($"topics of {context.Message.PaperId}");

        public Task Consume(ConsumeContext<ListingFetched> context) => Keep(context.Message.ListingId);

        private Task Keep(string key)
        {
            received.Keys.Add(key);
            return Task.CompletedTask;
        }
    }
}
