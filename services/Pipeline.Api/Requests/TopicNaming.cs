using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Requests;

/// <summary>Topics as clients name them.</summary>
internal static class TopicNaming
{
    private const int Shown = 3;

    /// <summary>For each topic named, the ids of it and of all below it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(QueryReader reader, QueryParameter parameter, TopicLookup known)
        => [.. reader.Texts(parameter).Select(name => Under(name, parameter, reader, known))];

    private static IReadOnlyList<string> Under(string name, QueryParameter parameter, QueryReader reader, TopicLookup known)
    {
        if (known.Find(name) is { } topic)
        {
            return known.Under(topic);
        }

        var nearest = string.Join(", ", known.Nearest(name, Shown).Select(id => $"{id} ({known.Find(id)!.Name})"));
        reader.Refuse(parameter.Name, $"The taxonomy {known.TaxonomyName} has no topic '{name}'; {(nearest.Length > 0 ? $"nearest: {nearest}" : "see /topics")}.");
        return [];
    }
}
