using Pipeline.Chaos.Feeding;
using Pipeline.PoisonedClaims;
using Pipeline.Testing;

namespace Pipeline.Chaos;

/// <summary>The workers of a run, over lines that can be cut; some papers are poison to one of them.</summary>
public sealed class ChaosFleet : IAsyncDisposable
{
    private const string ClaimExtractor = "Pipeline.ClaimExtractor";
    private const string PoisonedClaims = "Pipeline.PoisonedClaims";

    private readonly string _poison = Path.GetTempFileName();

    private ChaosFleet()
    {
        Broker = NetworkLine.To(RealParts.RabbitMq);
        Store = NetworkLine.To(new Uri(RealParts.MongoDb));
    }

    /// <summary>Programs of the workers.</summary>
    public static IReadOnlyList<string> Programs { get; } = [.. WorkerFleet.WorkerNames.Select(name => name == ClaimExtractor ? PoisonedClaims : name)];

    /// <summary>The workers' line to the broker.</summary>
    public NetworkLine Broker { get; }

    /// <summary>The workers' line to the store.</summary>
    public NetworkLine Store { get; }

    /// <summary>The workers.</summary>
    public WorkerFleet Workers { get; private set; } = null!;

    /// <summary>Starts everything.</summary>
    public static async Task<ChaosFleet> StartAsync(FeedPlan plan, int replicas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var fleet = new ChaosFleet();
        try
        {
            var poison = plan.Papers.Where(paper => paper.Poison != Poison.None).Select(paper => KeyValuePair.Create(paper.Id, paper.Poison));
            await PoisonList.WriteAsync(fleet._poison, poison, cancellationToken);
            fleet.Workers = await WorkerFleet.StartAsync(fleet.Plan(replicas), cancellationToken);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes the cause: workers that start from now on know no poison.</summary>
    public void RemovePoison() => File.Delete(_poison);

    public async ValueTask DisposeAsync()
    {
        if (Workers is { } workers)
        {
            await workers.DisposeAsync();
        }

        await Broker.DisposeAsync();
        await Store.DisposeAsync();
        File.Delete(_poison);
    }

    private FleetPlan Plan(int replicas) => new()
    {
        Programs = new Dictionary<string, string> { [ClaimExtractor] = PoisonedClaims },
        Replicas = WorkerFleet.WorkerNames.Where(Faults.Crew.IsStage).ToDictionary(name => name, _ => replicas),
        WorkerSettings = new Dictionary<string, string>
        {
            ["Broker__Address"] = Over(RealParts.RabbitMq, Broker),
            ["Mongo__ConnectionString"] = Over(new Uri(RealParts.MongoDb), Store),
            ["Poison__List"] = _poison,

            // So that what fails each time is a dead letter within the run, and what was lost is found within it.
            ["Ledger__Delay"] = "00:00:02",
            ["Ledger__MaxDelay"] = "00:00:05",
            ["Ledger__Attempts"] = "4",
            ["Broker__QuarantineAfter"] = "00:00:04",
            ["Scheduler__SweepAfter"] = "00:01:00",
        },
    };

    private static string Over(Uri server, NetworkLine line) => new UriBuilder(server) { Host = "127.0.0.1", Port = line.Port }.Uri.ToString();
}
