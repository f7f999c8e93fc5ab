using System.Text;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Support;

/// <summary>Small valid taxonomies and texts; a test names only what it is about.</summary>
internal static class Some
{
    /// <summary>An abstract in which no taxonomy of these tests has a term.</summary>
    public const string PlainText = "Nothing here says anything.";

    public static TopicDefinition Topic(string id, double prior, params (string Term, double Weight)[] terms) => new()
    {
        Id = id,
        Name = $"Name of {id}",
        Description = $"What {id} is about.",
        Prior = prior,
        Terms = [.. terms.Select(term => new WeightedTerm(term.Term, term.Weight))],
    };

    public static Taxonomy Taxonomy(params TopicDefinition[] topics) => new("garden", "7", topics);

    public static TopicAnalyzer Analyzer(params TopicDefinition[] topics) => new(Taxonomy(topics), minimumScore: 0.5);

    /// <summary>An entry of a taxonomy file that lacks nothing.</summary>
    public static string Entry(string id, string? parent = null, string terms = "\"rose\": 1.0")
        => $$"""{"id": "{{id}}", "name": "N", "description": "D", {{(parent is null ? "" : $"\"parent\": \"{parent}\", ")}}"prior": -1.0, "terms": { {{terms}} } }""";

    /// <summary>A taxonomy file of these entries.</summary>
    public static string File(params string[] entries)
        => $$"""{"format": 2, "name": "garden", "version": "7", "topics": [{{string.Join(',', entries)}}]}""";

    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
}
