using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Reads on from a place among runs, the last created first.</summary>
internal static class RunPlaces
{
    /// <summary>The condition; <c>?1</c> and <c>?2</c> are <see cref="Time"/> and <see cref="Id"/>.</summary>
    // The first term is one range of the index; the second cuts off what stands before the place at that very time.
    public const string IsAfter = "created_at <= ?1 AND (created_at < ?1 OR id > ?2)";

    /// <summary>Without a place a time after every run.</summary>
    public static long Time(RunPlace? place) => place is null ? long.MaxValue : SourceColumns.Milliseconds(place.CreatedAt);

    public static string Id(RunPlace? place) => place is null ? "" : SourceColumns.Key(place.Id);
}
