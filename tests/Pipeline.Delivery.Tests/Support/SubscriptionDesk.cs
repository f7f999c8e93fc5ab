using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite;

namespace Pipeline.Delivery.Tests.Support;

/// <summary>What people do with subscriptions, over a store of its own and a clock that stands; nothing is dispatched.</summary>
internal sealed class SubscriptionDesk : IAsyncDisposable
{
    /// <summary>Who does it.</summary>
    public const string By = "cli:ann";

    private readonly string _folder = Directory.CreateTempSubdirectory("subscriptions-").FullName;
    private readonly IHost _host;

    private SubscriptionDesk()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Sqlite:DataDirectory", _folder)]);
        builder.Services.AddSingleton<TimeProvider>(Time).AddSqliteStorage().AddSubscriptionWork()
            .RemoveAll<ISubscriptionTest>()
            .AddSingleton<ISubscriptionTest>(new RecordedTest(SubscriptionKind.Webhook))
            .AddSingleton<ISubscriptionTest>(new RecordedTest(SubscriptionKind.Digest));
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(Some.Time());

    public SubscriptionWork Work => _host.Services.GetRequiredService<SubscriptionWork>();

    public ISubscriptionStore Store => _host.Services.GetRequiredService<ISubscriptionStore>();

    public IDeliveryAttempts Attempts => _host.Services.GetRequiredService<IDeliveryAttempts>();

    public IChangeLog Log => _host.Services.GetRequiredService<IChangeLog>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SubscriptionDesk> OpenAsync(int changes = 0)
    {
        var desk = new SubscriptionDesk();
        await desk._host.Services.GetRequiredService<IStoreSetup>().PrepareAsync(Token);
        await desk.Log.AppendAsync([.. Enumerable.Range(1, changes).Select(n => SomeChange.New(n, minutes: n))], Token);
        return desk;
    }

    /// <summary>A webhook that asks for everything.</summary>
    public static SubscriptionRequest Webhook(string name = "hook", string? secret = null, long? from = null)
        => new() { Name = name, Webhook = new("https://example.org/hook?key=abc", secret, from) };

    /// <summary>A daily digest of everything.</summary>
    public static SubscriptionRequest Digest(string name = "digest")
        => new() { Name = name, Digest = new() { Address = "ann@example.org", Cadence = DigestCadence.Daily } };

    /// <summary>Adds a subscription that must be taken.</summary>
    public async Task<Subscription> GivenAsync(SubscriptionRequest request)
    {
        var result = await Work.AddAsync(request, By, Token);
        Assert.Null(result.Refusal);
        return result.Subscription!;
    }

    /// <summary>Puts a subscription of the store into another state, as the pipeline or a reader does.</summary>
    public async Task<Subscription> BecomesAsync(Subscription subscription, Func<Subscription, Subscription> change)
    {
        Assert.True(await Store.UpdateAsync(change(subscription), what: null, Token));
        return await FindAsync(subscription);
    }

    /// <summary>A subscription as the store has it.</summary>
    public async Task<Subscription> FindAsync(Subscription subscription)
    {
        var found = await Store.FindAsync(subscription.Id, Token);
        Assert.NotNull(found);
        return found;
    }

    /// <summary>What was done to a subscription, the last first.</summary>
    public async Task<IReadOnlyList<(string Action, string? Detail)>> DoneAsync(Subscription subscription)
    {
        var events = await Store.ListEventsAsync(subscription.Id, 100, Token);
        Assert.All(events, what => Assert.Equal((subscription.Name, By), (what.Name, what.By)));
        return [.. events.Select(what => (what.Action, what.Detail))];
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class RecordedTest(SubscriptionKind kind) : ISubscriptionTest
    {
        public SubscriptionKind Kind => kind;

        public Task<DeliveryAttempt> SendAsync(Subscription subscription, CancellationToken cancellationToken) => Task.FromResult(new DeliveryAttempt
        {
            Id = NewId.NextGuid(),
            SubscriptionId = subscription.Id,
            MessageId = $"test-{kind}",
            At = Some.Time(),
            Duration = TimeSpan.FromMilliseconds(5),
            Delivered = false,
            Status = 503,
            Note = "busy",
        });
    }
}
