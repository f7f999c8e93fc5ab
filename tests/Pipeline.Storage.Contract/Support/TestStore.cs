using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>One fresh store, prepared and empty.</summary>
/// <param name="Papers">Its papers.</param>
/// <param name="Listings">Its listings.</param>
/// <param name="Archive">Its archive.</param>
/// <param name="Setup">What prepared it.</param>
/// <param name="Dispose">Closes the store and removes what it wrote.</param>
public sealed record TestStore(
    IPaperStore Papers, IListingStore Listings, IListingArchive Archive, IStoreSetup Setup, Func<ValueTask> Dispose);
