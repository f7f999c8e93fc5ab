namespace Pipeline.Api.Requests;

/// <summary>Parameters that several endpoints take.</summary>
internal static class CommonParameters
{
    public static QueryParameter Limit { get; } = new("limit", "Most items of an answer.") { Kind = ParameterKind.Whole, Least = 1, Most = 200, Default = 50 };

    public static QueryParameter Cursor { get; } = new("cursor", "Where to go on: next of the answer before. The other parameters must be the same.");

    public static QueryParameter Topic { get; } = new(
        "topic", "Only papers with this topic: its id, name or other name; a group finds all its topics. Several narrow further.") { Repeats = true };

    public static QueryParameter Source { get; } = new("source", "Only papers seen in a listing of this source.");

    public static QueryParameter Since { get; } = new(
        "since", "Only papers published on this day or later (listed or obtained, where that is unknown).") { Kind = ParameterKind.Day };

    public static QueryParameter Until { get; } = new("until", "Only papers published on this day or before.") { Kind = ParameterKind.Day };
}
