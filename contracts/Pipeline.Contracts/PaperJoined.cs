namespace Pipeline.Contracts;

/// <summary>A paper got a better key, or two stored papers turned out to be one: the former key is now an alias.</summary>
/// <remarks>
/// Results move along: ids of claims stay as they are until the paper is read anew, and when nothing is missing
/// <see cref="PaperEnriched"/> comes again under the new key.
/// Published at least once per (<see cref="PaperId"/>, <see cref="FormerId"/>), always with the same message id.
/// </remarks>
public sealed record PaperJoined
{
    /// <summary>Key under which everything of both now stands.</summary>
    public required string PaperId { get; init; }

    /// <summary>Key that is no more than an alias from now on.</summary>
    public required string FormerId { get; init; }
}
