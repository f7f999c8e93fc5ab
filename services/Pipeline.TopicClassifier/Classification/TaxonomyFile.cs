using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>A taxonomy as it stands in its file, before anything is checked.</summary>
internal sealed record TaxonomyFile
{
    /// <summary>The format version this program reads.</summary>
    public const int SupportedFormat = 2;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        // A key given twice would silently lose its first value.
        AllowDuplicateProperties = false,
    };

    public int? Format { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    public IReadOnlyList<TopicEntry?>? Topics { get; init; }

    internal sealed record TopicEntry
    {
        public string? Id { get; init; }

        public string? Name { get; init; }

        public string? Description { get; init; }

        public string? Parent { get; init; }

        public IReadOnlyList<string?>? Aliases { get; init; }

        public double? Prior { get; init; }

        public IReadOnlyDictionary<string, double>? Terms { get; init; }
    }
}
