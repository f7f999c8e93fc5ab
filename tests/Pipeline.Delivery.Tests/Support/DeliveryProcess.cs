using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite;
using Pipeline.Testing;

namespace Pipeline.Delivery.Tests.Support;

/// <summary>The stage, wired as in production over queues in this process and a store of its own, removed at the end.</summary>
internal sealed class DeliveryProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder;
    private readonly bool _keeps;
    private readonly IHost _host;

    private DeliveryProcess((string Key, string Value)[] settings, TimeProvider time, string? folder)
    {
        (_folder, _keeps) = (folder ?? Directory.CreateTempSubdirectory("delivery-").FullName, folder is not null);
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration
            .AddInMemoryCollection([
                new("Delivery:KeepChanges", "3650.00:00:00"), new("Retry:Delay", "00:00:00.010"), new("Sqlite:DataDirectory", _folder)])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services
            .AddSingleton(time)
            .AddSqliteStorage()
            .AddDelivery()
            .AddMissingEvents()
            .Replace(ServiceDescriptor.Singleton<IPublicEvents>(Events))
            .AddInMemoryMessaging(bus => bus.AddDeliveryConsumers());
        _host = builder.Build();
    }

    public RecordedEvents Events { get; } = new();

    public IChangeLog Log => _host.Services.GetRequiredService<IChangeLog>();

    public IPaperStore Papers => _host.Services.GetRequiredService<IPaperStore>();

    public MissingEvents Missing => _host.Services.GetRequiredService<MissingEvents>();

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<DeliveryProcess> StartAsync(params (string Key, string Value)[] settings) => StartAsync(TimeProvider.System, settings);

    public static Task<DeliveryProcess> StartAsync(TimeProvider time, params (string Key, string Value)[] settings) => StartAsync(time, folder: null, settings);

    /// <summary>Starts over the store of another process, which removes it.</summary>
    public static Task<DeliveryProcess> StartOverAsync(DeliveryProcess other) => StartAsync(TimeProvider.System, other._folder, []);

    private static async Task<DeliveryProcess> StartAsync(TimeProvider time, string? folder, (string Key, string Value)[] settings)
    {
        var process = new DeliveryProcess(settings, time, folder);
        await process._host.Services.GetRequiredService<IStoreSetup>().PrepareAsync(Token);
        await process._host.StartAsync(Token);
        return process;
    }

    /// <summary>Plays Parser and stages: the paper of that number is complete, as a listing gave it.</summary>
    public async Task<(string PaperId, Completion Completion)> GivenCompleteAsync(int number, string? title = null, string listing = "listing-a", int minutes = 0)
    {
        var paper = (await Papers.UpsertAsync(Some.Observation(listing, minutes), [Some.Paper(number, title)], Token))[0];
        await Papers.SaveClaimsAsync([Some.Claims(paper, minutes: minutes + 1)], Token);
        var saved = await Papers.SaveTopicsAsync([Some.Topics(paper, minutes: minutes + 2, topics: ["cs.LG"])], Token);
        return (paper.PaperId, saved[0].Completed!);
    }

    public Task PublishAsync((string PaperId, Completion Completion) paper) => Bus.PublishPaperEnrichedAsync(paper.PaperId, paper.Completion, Token);

    /// <summary>The whole log.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync() => (await Log.ReadAsync(0, ChangeFilter.All, 1000, Token)).Changes;

    /// <summary>Waits until so many events have been published.</summary>
    public Task PublishedAsync(int count) => UntilAsync(() => Events.All.Count >= count, $"{count} events are published");

    public Task UntilAsync(Func<bool> condition, string otherwise)
        => Eventually.TrueAsync(() => Task.FromResult(condition()), Patience, () => $"{otherwise}; published are {Events.All.Count}", Token);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        if (!_keeps)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
