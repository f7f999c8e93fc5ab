using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pipeline.Benchmarks.Claims;

/// <summary>A paper to read claims from.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract.</param>
internal sealed record ClaimSample(string Id, string Title, string Abstract)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The paper as a line of input to <c>try claims</c>.</summary>
    public byte[] Line() => JsonSerializer.SerializeToUtf8Bytes(this, Web);

    /// <summary>Reads such a line.</summary>
    public static ClaimSample Of(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize<ClaimSample>(line, Web)!;
}

/// <summary>Makes abstracts of the size of arXiv's, 8 sentences and some 1,250 characters, with the names, lists, numbers and addresses that those have.</summary>
internal static class ClaimSamples
{
    private static readonly string[] Fields = ["image segmentation", "machine translation", "robot navigation", "question answering", "protein folding", "speech recognition", "code generation", "time-series forecasting"];
    private static readonly string[] Means = ["sparse attention", "contrastive pretraining", "graph networks", "latent diffusion", "reward shaping", "low-rank adapters", "retrieval augmentation", "curriculum learning"];
    private static readonly string[] Data = ["CIFAR-10", "ImageNet", "GLUE", "COCO", "LibriSpeech", "WMT14", "MMLU", "nuScenes"];
    private static readonly string[] Rivals = ["BERT-large", "GPT-4", "ResNet-50", "a Transformer baseline", "LLaMA-2 7B", "PPO"];
    private static readonly string[] Syllables = ["vor", "tex", "mi", "ra", "lum", "net", "ka", "so", "del", "pho"];

    // Words beside those of the cues, so that lookups miss as often as they do in real abstracts.
    private static readonly string[] Filler = ["heterogeneous", "practitioners", "geometry", "dynamics", "ambiguity", "supervision", "constraints", "structure", "deployment", "uncertainty", "semantics", "perception"];

    /// <summary>So many papers, always the same.</summary>
    public static IReadOnlyList<ClaimSample> Generate(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(1, count).Select(i => Paper(random, i))];
    }

    private static ClaimSample Paper(Random random, int i)
    {
        var name = Name(random);
        var (field, means) = (Pick(random, Fields), Pick(random, Means));
        var text = new StringBuilder();
        Add(text, $"Recent progress in {field} has been driven by {means}, yet its cost grows with the size of the data, and {Pick(random, Filler)} and {Pick(random, Filler)} remain poorly understood. ");
        Add(text, $"Existing methods such as {Pick(random, Rivals)} often ignore the {Pick(random, Filler)} of the {Pick(random, Filler)}, which limits their use by {Pick(random, Filler)} in the real world. ");
        Add(text, $"In this paper, we propose {name}, a novel framework for {field} that combines {means} with {Pick(random, Means)} and is trained end-to-end without further {Pick(random, Filler)}. ");
        Add(text, $"Specifically, {name} first encodes the {Pick(random, Filler)} of each example (i.e., its {Pick(random, Filler)}) and then refines the prediction over {random.Next(2, 9)} stages, each of which reuses the weights of the one before. ");
        Add(text, $"We also introduce {Name(random)}-Bench, a new dataset of {random.Next(2, 90)},000 annotated examples from {random.Next(3, 40)} domains, to evaluate {Pick(random, Filler)} and {Pick(random, Filler)}. ");
        Add(text, $"Extensive experiments on {Pick(random, Data)}, {Pick(random, Data)} and {Pick(random, Data)} show that {name} outperforms {Pick(random, Rivals)} by {Tenths(random, 1, 200)}% in accuracy and {Tenths(random, 1, 90)} points in F1, while being up to {Tenths(random, 11, 90)}x faster. ");
        Add(text, $"On {Pick(random, Data)}, accuracy rises from {Tenths(random, 500, 700)}% to {Tenths(random, 701, 950)}%, and ablations reveal that most of the gain comes from {Pick(random, Means)} rather than from the {Pick(random, Filler)} of the {Pick(random, Filler)}. ");
        Add(text, $"Our code and data are available at https://github.com/example/{name.ToLowerInvariant()}.");
        return new(string.Create(CultureInfo.InvariantCulture, $"sample:{i}"), $"{name}: {means} for {field}", text.ToString());
    }

    private static void Add(StringBuilder text, FormattableString sentence) => text.Append(sentence.ToString(CultureInfo.InvariantCulture));

    private static string Name(Random random)
    {
        var name = Pick(random, Syllables) + Pick(random, Syllables);
        return char.ToUpperInvariant(name[0]) + name[1..] + (random.Next(2) == 0 ? "Net" : "Former");
    }

    private static string Tenths(Random random, int from, int to) => (random.Next(from, to) / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
