namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>What a stage had found in a paper before a run sent it; kept beside the run until the paper is over.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Revision">Revision whose text is sent.</param>
/// <param name="Digest">What was found in it.</param>
public sealed record KeptDigest(string PaperId, string Revision, SectionDigest Digest);
