namespace Pipeline.Scheduler;

/// <summary>Something the Scheduler does at every round.</summary>
internal interface IScheduledStep
{
    /// <summary>Does what is due now. May fail: the next round makes up for it.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
