namespace Pipeline.Testing;

/// <summary>What a fleet has beyond one process of every worker.</summary>
public sealed record FleetPlan
{
    /// <summary>Further settings of every worker and client, as <c>Section__Key</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings of the workers alone, which count before all others.</summary>
    public IReadOnlyDictionary<string, string> WorkerSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>How many processes of a worker there are, by its project; one of those that are not named.</summary>
    public IReadOnlyDictionary<string, int> Replicas { get; init; } = new Dictionary<string, int>();

    /// <summary>Which program plays a worker, by the worker's project; its own where none is named.</summary>
    public IReadOnlyDictionary<string, string> Programs { get; init; } = new Dictionary<string, string>();

    /// <summary>Puts something into the prepared store before any worker starts.</summary>
    public Func<IServiceProvider, CancellationToken, Task> BeforeStart { get; init; } = (_, _) => Task.CompletedTask;
}
