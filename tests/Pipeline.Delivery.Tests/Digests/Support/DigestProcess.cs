using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite;
using Pipeline.Testing;

namespace Pipeline.Delivery.Tests.Digests.Support;

/// <summary>Digests over a store of their own and a mail server that plays along. A round is what the dispatcher does each time it looks.</summary>
internal sealed class DigestProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("digests-").FullName;
    private readonly IHost _host;
    private int _event;
    private int _given;

    private DigestProcess(string host)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([
            new("Sqlite:DataDirectory", _folder), new("Smtp:Host", host), new("Smtp:From", "pipeline@example.org"),
            new("Public:Url", "https://papers.example.org"), new("Digest:CheckEvery", "00:01:00")]);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSqliteStorage()
            .AddDigests()
            .Replace(ServiceDescriptor.Singleton<IMailServer>(Server));
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(Some.Time());

    public FakeMailServer Server { get; } = new();

    public ISubscriptionStore Subscriptions => Port<ISubscriptionStore>();

    public DigestConsent Consent => Port<DigestConsent>();

    public IReadOnlyList<OutgoingMail> Mails => Server.Mails;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Prepares one that runs nothing yet.</summary>
    /// <param name="host">Its mail server; empty for none.</param>
    public static async Task<DigestProcess> CreateAsync(string host = "localhost")
    {
        var process = new DigestProcess(host);
        await process.Port<IStoreSetup>().PrepareAsync(Token);
        return process;
    }

    public T Port<T>()
        where T : notnull
        => _host.Services.GetRequiredService<T>();

    /// <summary>Runs the dispatcher itself.</summary>
    public Task StartAsync() => _host.StartAsync(Token);

    public async Task<Subscription> GivenAsync(Func<Subscription, Subscription>? change = null)
    {
        var subscription = SomeSubscription.Digest() with { DueAt = Some.Time() };
        subscription = change?.Invoke(subscription) ?? subscription;
        Assert.True(await Subscriptions.TryAddAsync(subscription, SomeSubscription.Event(++_given), Token));
        return subscription;
    }

    /// <summary>Papers of these numbers become complete, and the log tells of it.</summary>
    public async Task PublishAsync(params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            await PublishAsync(Some.Paper(number) with { Upvotes = number });
        }
    }

    /// <summary>A paper becomes complete, under whatever key it stands.</summary>
    public async Task PublishAsync(ParsedPaper listed)
    {
        var listing = $"listing-{++_event}";
        var paper = (await Port<IPaperStore>().UpsertAsync(Some.Observation(listing, _event), [listed], Token))[0];
        await Port<IPaperStore>().SaveClaimsAsync([Some.Claims(paper)], Token);
        await Port<IChangeLog>().AppendAsync([SomeChange.New(_event, paper.PaperId) with { FormerIds = paper.Joined }], Token);
    }

    /// <summary>One turn of the digest, if it is due.</summary>
    public async Task<bool> TurnAsync()
    {
        var subscription = await StoredAsync();
        return subscription.DueAt <= Time.GetUtcNow() && await Port<DigestTurn>().RunAsync(subscription, Token);
    }

    /// <summary>The day after, and its turn.</summary>
    public Task<bool> NextDayAsync()
    {
        Time.Advance(TimeSpan.FromDays(1));
        return TurnAsync();
    }

    public async Task<Subscription> StoredAsync() => (await Subscriptions.FindAsync(SomeSubscription.Id(), Token))!;

    /// <summary>What was done besides adding it, the first first.</summary>
    public async Task<IReadOnlyList<SubscriptionEvent>> EventsAsync()
        => [.. (await Subscriptions.ListEventsAsync(SomeSubscription.Id(), 100, Token)).Where(what => what.Action != "added").Reverse()];

    public Task<IReadOnlyList<DeliveryAttempt>> AttemptsAsync() => Port<IDeliveryAttempts>().ListAsync(SomeSubscription.Id(), failedOnly: false, 100, Token);

    public ISubscriptionTest Test => Assert.Single(_host.Services.GetServices<ISubscriptionTest>(), test => test.Kind == SubscriptionKind.Digest);

    /// <summary>Lets hours pass until something holds.</summary>
    public Task UntilAsync(Func<bool> condition)
        => Eventually.TrueAsync(
            () =>
            {
                Time.Advance(TimeSpan.FromHours(1));
                return Task.FromResult(condition());
            },
            Patience,
            () => $"{Mails.Count} mails were sent",
            Token);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
