namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Why a message failed, by what is done about it.</summary>
public enum FailureCause
{
    /// <summary>It can never work: malformed, of an unknown form, refused for what it says. Not tried again.</summary>
    Permanent,

    /// <summary>Somebody asked for patience: tried again when that has passed.</summary>
    Throttled,

    /// <summary>It may work later: tried again with growing delays, a number of times.</summary>
    Transient,

    /// <summary>Store or broker could not be reached: tried again soon, and not counted against the message.</summary>
    DependencyDown,

    /// <summary>Nobody at its queue takes messages of its type.</summary>
    Skipped,

    /// <summary>Given up by the broker: its workers ended again and again without an answer.</summary>
    DeliveryLimit,

    /// <summary>Found in an error queue of the broker, where an older version or a message too large for the store ends.</summary>
    ErrorQueue,
}
