namespace Pipeline.Chaos.Checks;

/// <summary>A received public event.</summary>
/// <param name="MessageId">Its id; the same for every copy of it.</param>
/// <param name="PaperId">The paper.</param>
/// <param name="Revision">The revision that is complete.</param>
public sealed record EnrichedEvent(string MessageId, string PaperId, string Revision);

/// <summary>An entry of the change log.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="EventId">Id of its event.</param>
public sealed record LoggedChange(long Sequence, string EventId);

/// <summary>A paper as the store has it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revision">Where it stands.</param>
/// <param name="Claims">Revision of its claims; null when it has none.</param>
/// <param name="Topics">Revision of its topics; null when it has none.</param>
/// <param name="Enriched">Revision that was last completed; null when none was.</param>
public sealed record StoredPaper(string Id, string Revision, string? Claims, string? Topics, string? Enriched);

/// <summary>A message that failed and is not over.</summary>
/// <param name="PaperId">The paper it is about; null where it names none.</param>
/// <param name="Stage">Where it failed.</param>
/// <param name="IsDead">Whether it is a dead letter; else it waits or is on its way.</param>
/// <param name="Reason">Why it failed the last time.</param>
public sealed record OpenFailure(string? PaperId, string Stage, bool IsDead, string Reason);

/// <summary>Everything that is known at the end.</summary>
/// <param name="Papers">Papers in the store.</param>
/// <param name="Events">Events received, copies included.</param>
/// <param name="Log">The change log, in its order.</param>
/// <param name="Failures">Messages that failed and are not over.</param>
/// <param name="SetAside">Messages in error, skipped, quarantine and dead-letter queues of the broker.</param>
public sealed record ChaosFacts(
    IReadOnlyList<StoredPaper> Papers, IReadOnlyList<EnrichedEvent> Events, IReadOnlyList<LoggedChange> Log, IReadOnlyList<OpenFailure> Failures, long SetAside);
