using System.ComponentModel.DataAnnotations;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>How a stage takes messages from its queue in batches; each stage's options add their own.</summary>
public abstract class BatchQueueOptions
{
    /// <summary>Most papers handled and written together. 1 to 1000; default 100.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Longest wait for a batch to fill, from its first message. 1 ms to 10 s; default 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Batches handled at the same time by one process. 1 to 32; default 2.</summary>
    [Range(1, 32)]
    public int ConcurrentBatches { get; set; } = 2;

    /// <summary>Papers of a reprocess run handled and written together, one batch at a time. 1 to 1000; default 25: fresh papers wait for one batch at most.</summary>
    [Range(1, 1000)]
    public int ReprocessBatchSize { get; set; } = 25;
}
