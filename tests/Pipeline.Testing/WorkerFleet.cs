using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo;

namespace Pipeline.Testing;

/// <summary>All workers as separate processes over the real broker and store, under names of their own, removed at the end.</summary>
public sealed class WorkerFleet : IAsyncDisposable
{
    /// <summary>Projects of the workers.</summary>
    public static IReadOnlyList<string> WorkerNames { get; } =
        ["Pipeline.Fetcher", "Pipeline.Parser", "Pipeline.ClaimExtractor", "Pipeline.TopicClassifier", "Pipeline.Delivery", "Pipeline.Scheduler"];

    private readonly ServiceProvider _provider;
    private readonly ILookup<string, WorkerProcess> _workers;

    private WorkerFleet(string name, FleetPlan plan)
    {
        Name = name;
        Inbox = Directory.CreateTempSubdirectory($"{name}-inbox-").FullName;
        Settings = new Dictionary<string, string>(plan.Settings)
        {
            ["Broker__Address"] = RealParts.RabbitMq.ToString(),
            ["Broker__Prefix"] = name,
            ["Mongo__ConnectionString"] = RealParts.MongoDb,
            ["Mongo__Database"] = name,
            ["Sources__inbox__Kind"] = "directory",
            ["Sources__inbox__Directory"] = Inbox,
        };
        _workers = WorkerNames
            .SelectMany(worker => Enumerable.Range(1, plan.Replicas.GetValueOrDefault(worker, 1)), (worker, replica) => (worker, replica))
            .ToLookup(process => process.worker, process => new WorkerProcess(
                plan.Programs.GetValueOrDefault(process.worker, process.worker), EnvironmentOf(plan, process.worker, process.replica), process.replica));
        Configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)))
            .Build();
        _provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Configuration)
            .AddMongoStorage()
            .BuildServiceProvider();
    }

    /// <summary>Name of the database and prefix of every queue.</summary>
    public string Name { get; }

    /// <summary>The directory of the source <c>inbox</c>.</summary>
    public string Inbox { get; }

    /// <summary>Configuration of a client of this fleet, as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The same, for clients in this process.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The store the workers share.</summary>
    public IPaperStore Papers => _provider.GetRequiredService<IPaperStore>();

    /// <summary>Services of the store, for its other ports.</summary>
    public IServiceProvider Services => _provider;

    /// <summary>What all workers wrote, for the message of a failing test.</summary>
    public string Log => string.Join('\n', Workers.Select(worker => worker.Log));

    /// <summary>All worker processes.</summary>
    public IEnumerable<WorkerProcess> Workers => _workers.SelectMany(replicas => replicas);

    /// <summary>A worker by its project; the first of its replicas.</summary>
    public WorkerProcess this[string worker] => _workers[worker].First();

    /// <summary>Starts one process of every worker and waits until each takes messages.</summary>
    public static Task<WorkerFleet> StartAsync(CancellationToken cancellationToken) => StartAsync(new FleetPlan(), cancellationToken);

    /// <summary>Starts the workers of a plan and waits until each takes messages.</summary>
    public static async Task<WorkerFleet> StartAsync(FleetPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var fleet = new WorkerFleet($"t{MassTransit.NewId.NextGuid():N}"[..20], plan);
        try
        {
            await fleet._provider.GetRequiredService<IStoreSetup>().PrepareAsync(cancellationToken);
            await plan.BeforeStart(fleet._provider, cancellationToken);
            foreach (var worker in fleet.Workers)
            {
                worker.Start();
            }

            await fleet.WaitUntilReadyAsync(cancellationToken);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until every queue has its consumer.</summary>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken)
        => Eventually.TrueAsync(
            () => BrokerNames.AllConsumedAsync(Name, worker => _workers[worker].Count(), cancellationToken),
            TimeSpan.FromSeconds(90),
            () => $"every worker takes messages.\n{Log}",
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in Workers)
        {
            await worker.DisposeAsync();
        }

        Directory.Delete(Inbox, recursive: true);
        try
        {
            await BrokerNames.DeleteAsync(Name);
        }
        finally
        {
            await _provider.GetRequiredService<MongoDB.Driver.IMongoClient>().DropDatabaseAsync(Name);
            await _provider.DisposeAsync();
        }
    }

    private Dictionary<string, string> EnvironmentOf(FleetPlan plan, string worker, int replica)
    {
        var environment = new Dictionary<string, string>(Settings);
        switch (worker)
        {
            case "Pipeline.Scheduler":
                environment.TryAdd("Scheduler__SweepEvery", "00:00:01");
                environment.TryAdd("Scheduler__SweepAfter", "00:00:20");
                environment.TryAdd("Scheduler__ScheduleEvery", "00:00:00.200");
                break;
            case "Pipeline.Fetcher":
                // An origin sees which of them asks.
                environment["Fetcher__Contact"] = $"fetcher-{replica}@example.org";
                break;
        }

        foreach (var (key, value) in plan.WorkerSettings)
        {
            environment[key] = value;
        }

        return environment;
    }
}
