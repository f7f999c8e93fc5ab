using Pipeline.PoisonedClaims;

namespace Pipeline.Chaos.Feeding;

/// <summary>A paper that is fed.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revisions">The revisions it comes in, the newest last.</param>
/// <param name="Poison">What it does to the worker that saves its claims.</param>
public sealed record FedPaper(string Id, IReadOnlyList<string> Revisions, Poison Poison);

/// <summary>A listing that is fed.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">JSON Lines.</param>
/// <param name="Revisions">Entries that are new or changed papers, and no poison.</param>
public sealed record FedListing(string Name, byte[] Content, int Revisions);

/// <summary>What is fed, wave after wave. Pure: the same for the same count and seed.</summary>
/// <param name="Papers">Every paper, in the order of the first listings.</param>
/// <param name="Waves">Listings that come together; what comes again does so in a later wave than before.</param>
/// <param name="Copies">Entries that repeat a paper word for word.</param>
/// <param name="Changes">Entries that bring a newer revision.</param>
public sealed record FeedPlan(IReadOnlyList<FedPaper> Papers, IReadOnlyList<IReadOnlyList<FedListing>> Waves, int Copies, int Changes)
{
    /// <summary>One in a hundred is poison, and one in a hundred good ones comes again, every second time changed.</summary>
    public static FeedPlan Create(int papers, int seed) => new FeedDraft(papers, seed).Finish();
}
