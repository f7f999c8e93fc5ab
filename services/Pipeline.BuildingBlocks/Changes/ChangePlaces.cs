namespace Pipeline.BuildingBlocks.Changes;

/// <summary>Gives changes their places at the end of the log. Pure: what the log holds is handed in.</summary>
public static class ChangePlaces
{
    /// <summary>Places changes one after the other.</summary>
    /// <param name="changes">The changes, none of which is in the log.</param>
    /// <param name="last">Place of the last entry; 0 when there is none.</param>
    /// <param name="complete">Keys among the changes' whose paper the log has told of as complete.</param>
    public static IReadOnlyList<Change> Of(IReadOnlyList<NewChange> changes, long last, IEnumerable<string> complete)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var told = new HashSet<string>(complete, StringComparer.Ordinal);
        var placed = new List<Change>(changes.Count);
        foreach (var change in changes)
        {
            var kind = change.Withdrawn ? ChangeKind.Withdrawn
                : Keys(change).Any(told.Contains) ? ChangeKind.Revised
                : ChangeKind.Enriched;
            if (!change.Withdrawn)
            {
                told.Add(change.PaperId);
            }

            placed.Add(change.Placed(new(++last, kind)));
        }

        return placed;
    }

    /// <summary>All keys under which entries of the change's paper may stand.</summary>
    public static IEnumerable<string> Keys(NewChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.FormerIds.Prepend(change.PaperId);
    }
}
