using MongoDB.Bson;

namespace Pipeline.Benchmarks;

/// <summary>What the pipeline wrote and sent, so that the floor writes and sends the same.</summary>
/// <param name="Documents">Stored papers.</param>
/// <param name="Sizes">Sizes of the messages.</param>
internal sealed record Sample(IReadOnlyList<BsonDocument> Documents, MessageSizes Sizes);

/// <summary>What the bare parts took for it.</summary>
/// <param name="Messages">Time to publish with confirms, consume and acknowledge.</param>
/// <param name="Writes">Time of the bulk writes.</param>
internal sealed record Floor(TimeSpan Messages, TimeSpan Writes)
{
    /// <summary>One after the other: on two cores they would share the processor anyway.</summary>
    public TimeSpan Together => Messages + Writes;
}
