using System.Globalization;
using System.Text;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Delivery.Webhooks;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite;
using Pipeline.Testing;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Support;

/// <summary>Webhooks as in production over a store of their own, beside a receiver on loopback.</summary>
internal sealed class WebhookRig : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly bool _keeps;
    private readonly IHost _host;

    private WebhookRig(HookReceiver receiver, TimeProvider time, INetwork network, string? folder, (string Key, string Value)[] settings)
    {
        Receiver = receiver;
        (_folder, _keeps) = (folder ?? Directory.CreateTempSubdirectory("webhooks-").FullName, folder is not null);
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration
            .AddInMemoryCollection([
                new("Delivery:KeepChanges", "3650.00:00:00"), new("Sqlite:DataDirectory", _folder), new("Webhooks:AllowPrivateHosts", "true"),
                new("Webhooks:PollEvery", "00:00:00.020"), new("Webhooks:FirstRetry", "00:00:00.020")])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton(time).AddSqliteStorage().AddDelivery().AddWebhooks().AddDigests()
            .Replace(ServiceDescriptor.Singleton(network)).Replace(ServiceDescriptor.Singleton<IMailServer>(Mail));
        var log = builder.Services.Last(service => service.ServiceType == typeof(IChangeLog)).ImplementationType!;
        builder.Services.AddSingleton<IChangeLog>(provider => new HeldLog((IChangeLog)ActivatorUtilities.CreateInstance(provider, log)));
        _host = builder.Build();
    }

    public HookReceiver Receiver { get; }

    /// <summary>Takes mails where the settings name a mail server.</summary>
    public FakeMailServer Mail { get; } = new();

    public ISubscriptionStore Store => _host.Services.GetRequiredService<ISubscriptionStore>();

    public IDeliveryAttempts Attempts => _host.Services.GetRequiredService<IDeliveryAttempts>();

    public IChangeLog Log => _host.Services.GetRequiredService<IChangeLog>();

    public WebhookReach Reach => _host.Services.GetRequiredService<WebhookReach>();

    public WebhookSender Sender => _host.Services.GetRequiredService<WebhookSender>();

    public ISubscriptionTest Test => _host.Services.GetRequiredService<IEnumerable<ISubscriptionTest>>().Single(test => test.Kind == SubscriptionKind.Webhook);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<WebhookRig> StartAsync(params (string Key, string Value)[] settings) => StartAsync(TimeProvider.System, settings);

    public static Task<WebhookRig> StartAsync(TimeProvider time, params (string Key, string Value)[] settings) => StartAsync(time, _ => new SystemNetwork(), settings);

    /// <summary>Starts it on a network of its own.</summary>
    public static async Task<WebhookRig> StartAsync(TimeProvider time, Func<HookReceiver, INetwork> network, params (string Key, string Value)[] settings)
        => await StartAsync(await HookReceiver.StartAsync(Token), time, network, settings);

    /// <summary>Starts it beside a receiver, which is its own from then on.</summary>
    public static async Task<WebhookRig> StartAsync(
        HookReceiver receiver, TimeProvider time, Func<HookReceiver, INetwork> network, params (string Key, string Value)[] settings)
        => await StartAsync(new WebhookRig(receiver, time, network(receiver), folder: null, settings));

    /// <summary>Starts over the store of another, which removes it; with a receiver of its own.</summary>
    public static async Task<WebhookRig> StartOverAsync(WebhookRig other)
        => await StartAsync(new WebhookRig(await HookReceiver.StartAsync(Token), TimeProvider.System, new SystemNetwork(), other._folder, []));

    private static async Task<WebhookRig> StartAsync(WebhookRig rig)
    {
        await rig._host.Services.GetRequiredService<IStoreSetup>().PrepareAsync(Token);
        await rig._host.StartAsync(Token);
        return rig;
    }

    /// <summary>A webhook at a path of the receiver, or at any address.</summary>
    public Subscription Webhook(string path, SubscriptionFilter? filter = null, params string[] secrets) => new()
    {
        Id = NewId.NextGuid(),
        Name = path,
        State = SubscriptionState.Active,
        Filter = filter ?? SubscriptionFilter.All,
        Webhook = new()
        {
            Url = path.StartsWith('/') ? Receiver.Address + path : path,
            Secrets = [.. (secrets.Length == 0 ? [HookReceiver.Secret] : secrets).Select(secret => new WebhookSecret { Value = secret, CreatedAt = Some.Time() })],
        },
        CreatedAt = Some.Time(),
        Cursor = 0,
    };

    /// <summary>Adds a webhook that is told from the beginning of the log.</summary>
    public async Task<Subscription> SubscribeAsync(string path, SubscriptionFilter? filter = null)
    {
        var subscription = Webhook(path, filter);
        Assert.True(await Store.TryAddAsync(subscription, Event(subscription, "added"), Token));
        return subscription;
    }

    /// <summary>What a person did.</summary>
    public static SubscriptionEvent Event(Subscription subscription, string action) => new()
    {
        Id = NewId.NextGuid(),
        SubscriptionId = subscription.Id,
        Name = subscription.Name,
        At = Some.Time(),
        By = "cli:ann",
        Action = action,
    };

    /// <summary>Changes a subscription as a person does: again, when the dispatcher was faster.</summary>
    public async Task ChangeAsync(Guid id, string action, Func<Subscription, Subscription> change)
    {
        Subscription stored;
        do
        {
            stored = (await Store.FindAsync(id, Token))!;
        }
        while (!await Store.UpdateAsync(change(stored), Event(stored, action), Token));
    }

    /// <summary>Adds changes to the log, as another process does.</summary>
    public Task LogAsync(int first, int count, string topic = "cs.LG", string source = "inbox", bool withdrawn = false, int minutes = 0)
        => Log.AppendAsync([.. Enumerable.Range(first, count).Select(number => SomeChange.New(number, minutes: minutes) with
        {
            Topics = [topic],
            Sources = [source],
            Withdrawn = withdrawn,
            Write = place => Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $$"""{"type":"{{place.Kind}}","sequence":"{{place.Sequence:D19}}","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""")),
        })], Token);

    /// <summary>Places of what came at a path, in order.</summary>
    public IEnumerable<long> At(string path) => Receiver.At(path).Select(hook => hook.Sequence);

    public async Task<Subscription> FindAsync(Subscription subscription) => (await Store.FindAsync(subscription.Id, Token))!;

    public Task<IReadOnlyList<DeliveryAttempt>> TriedAsync(Subscription subscription) => Attempts.ListAsync(subscription.Id, failedOnly: false, 1000, Token);

    /// <summary>Waits until a subscription has come to a state.</summary>
    public Task UntilAsync(Subscription subscription, Func<Subscription, bool> condition)
    {
        Subscription? last = null;
        return Eventually.TrueAsync(
            async () => condition(last = await FindAsync(subscription)), Patience, () => $"the subscription has come so far; it is {last}", Token);
    }

    /// <summary>Waits until nothing up to a place is left to be told to a subscription, written down or not.</summary>
    public Task UntilReadAsync(Subscription subscription, long place)
        => Eventually.TrueAsync(
            async () => Reach.Of(await FindAsync(subscription)) >= place, Patience, () => $"{subscription.Name} has read up to {place}", Token);

    public static Task UntilAsync(Func<bool> condition, string otherwise)
        => Eventually.TrueAsync(() => Task.FromResult(condition()), Patience, () => otherwise, Token);

    public Task StopAsync() => _host.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Receiver.DisposeAsync();
        if (!_keeps)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
