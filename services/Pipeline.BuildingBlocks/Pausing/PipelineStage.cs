namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>A part of the pipeline that can be paused on its own.</summary>
public enum PipelineStage
{
    /// <summary>Asking sources for listings.</summary>
    Fetch,

    /// <summary>Reading listings into papers.</summary>
    Parse,

    /// <summary>Extracting claims, of fresh papers and of those done again.</summary>
    Claims,

    /// <summary>Classifying topics, of fresh papers and of those done again.</summary>
    Topics,

    /// <summary>Starting anything by itself: schedules, backfills, runs.</summary>
    Schedule,

    /// <summary>Telling of papers in the change log and on the public exchange. Last, as the embedded store keeps stages by number.</summary>
    Deliver,
}
