using System.Text.Json;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Names of the kinds of sources, as people write them: <c>hf-daily</c>.</summary>
public static class SourceKinds
{
    private static readonly Dictionary<string, SourceKind> ByName = Enum.GetValues<SourceKind>().ToDictionary(Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, in the order of the kinds.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<SourceKind>().Select(Name);

    /// <summary>The name of a kind.</summary>
    public static string Name(this SourceKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind with a name; null when there is none.</summary>
    public static SourceKind? Read(string? name)
        => name is not null && ByName.TryGetValue(name, out var kind) ? kind : null;
}
