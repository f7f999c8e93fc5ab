using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>The claims section without what a search does not look at.</summary>
internal sealed record StoredClaims(string Revision, StageVersion Version, StoredClaims.Part Analysis)
{
    internal sealed record Part(IReadOnlyList<Claim> Claims, IReadOnlyList<Mark> Sentences);

    internal sealed record Mark(int Start, bool MainClaim);
}

/// <summary>The content of a paper without what a search does not look at.</summary>
internal sealed record ClaimingTexts(string Title, DateTimeOffset? PublishedAt, DateTimeOffset? ListedAt, DateTimeOffset ObservedAt);
