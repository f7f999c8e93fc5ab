namespace Pipeline.Standalone.Hosting;

/// <summary>How much of the pipeline a verb starts.</summary>
internal enum PipelineScope
{
    /// <summary>The stages, for listings that the verb brings itself. With separate workers: none, they are the stages.</summary>
    Stages,

    /// <summary>The stages, and what works runs and backfills off, without following schedules. With separate workers: none.</summary>
    Runs,

    /// <summary>The stages, and what works reprocess runs off. With separate workers: none.</summary>
    Reprocessing,

    /// <summary>Everything, schedules included; with a broker as one more worker of every kind.</summary>
    Everything,
}
