namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Whether everything a source listed for a day is in the store.</summary>
public enum DayState
{
    /// <summary>The source answered for the day after its end, completely, and all of the answer was read.</summary>
    Covered,

    /// <summary>Not yet: the day is not over, a run is under way, or a listing waits for the Parser.</summary>
    Waiting,

    /// <summary>The source lists nothing on this day of the week.</summary>
    Skipped,

    /// <summary>Something of the day may be missing; <see cref="DayCoverage.Gap"/> says why.</summary>
    Uncovered,
}

/// <summary>Why a day is uncovered.</summary>
public enum DayGap
{
    /// <summary>The source was not asked for it.</summary>
    NotAsked,

    /// <summary>The source was asked, and its answer was not complete.</summary>
    Incomplete,

    /// <summary>The source answered for another day.</summary>
    OtherDay,

    /// <summary>A listing of the answer was refused, or broke off.</summary>
    Unread,
}

/// <summary>What is known of one day of a source.</summary>
public sealed record DayCoverage
{
    /// <summary>The day, in the source's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How it stands.</summary>
    public required DayState State { get; init; }

    /// <summary>Why it is uncovered; null unless it is.</summary>
    public DayGap? Gap { get; init; }

    /// <summary>What is missing or waited for, or what is remarkable about a covered day; one line.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether asking the source again may close the gap: it never gave a complete answer.</summary>
    public bool MayBeAskedAgain => Gap is DayGap.NotAsked or DayGap.Incomplete;
}
