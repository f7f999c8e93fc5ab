using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.TopicClassifier.Tests.Classification.Learned;

/// <summary>A small valid model that knows single words; a test names only what it is about.</summary>
internal static class SomeModel
{
    /// <summary>The words that every model here knows.</summary>
    public static readonly string[] Words = ["rose", "thorn", "cat", "the", "likes", "our"];

    /// <summary>Two topics: words 0 and 1 speak for the first one, word 2 for the second.</summary>
    public static TopicModelContent Content(string taxonomy = "garden", params string[] labels)
    {
        labels = labels.Length > 0 ? labels : ["plants", "animals"];
        var keys = Words.Select(KeyOf).ToArray();
        var order = Enumerable.Range(0, Words.Length).OrderBy(i => keys[i]).ToArray();
        return new()
        {
            Taxonomy = taxonomy,
            Labels = labels,
            Scales = [.. labels.Select(_ => 0.1f)],
            Biases = [.. labels.Select(_ => -2f)],
            Thresholds = [.. labels.Select(_ => 0.5f)],
            Keys = [.. order.Select(i => keys[i])],
            Rarities = [.. order.Select(_ => (Half)1)],
            Readable = [.. order.Select(i => i < 3)],
            Weights = [.. order.SelectMany(i => labels.Select((_, label) => (sbyte)(i < 3 && (label == 0) == (i < 2) ? 100 : 0)))],
        };
    }

    public static byte[] File(TopicModelContent? content = null) => TopicModelFile.Write(content ?? Content());

    public static TopicModel Model(TopicModelContent? content = null) => TopicModelFile.Read(File(content));

    private static uint KeyOf(string word)
    {
        var grams = new List<NGram>();
        NGrams.Read(word, TextPart.Title, grams);
        return grams.Single().Key;
    }
}
