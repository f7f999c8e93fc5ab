using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pipeline.Testing;

/// <summary>Makes plausible papers for load: titles and abstracts of realistic length, the same for the same seed.</summary>
public static class PaperGenerator
{
    private static readonly string[] Methods = ["sparse attention", "contrastive pretraining", "graph networks", "diffusion models", "reward shaping", "low-rank adapters", "retrieval", "curriculum learning"];
    private static readonly string[] Tasks = ["image segmentation", "machine translation", "robot navigation", "question answering", "protein folding", "speech recognition", "code generation", "time-series forecasting"];
    private static readonly string[] Datasets = ["CIFAR-10", "ImageNet", "GLUE", "COCO", "LibriSpeech", "WMT14"];

    /// <summary>JSON Lines of <paramref name="count"/> papers with arXiv ids such as 2501.00001.</summary>
    /// <param name="count">Papers, 1 to 99,999.</param>
    /// <param name="seed">Chooses the words.</param>
    /// <param name="first">Place of the first paper, from 1: decides the ids.</param>
    /// <param name="edition">Written into each abstract: another edition of the same paper is another revision.</param>
    public static byte[] JsonLines(int count, int seed, int first = 1, int edition = 1)
    {
        var random = new Random(seed);
        using var lines = new MemoryStream();
        for (var i = first; i < first + count; i++)
        {
            var paper = new { id = Id(i), title = Title(random, i), @abstract = Abstract(random, edition) };
            JsonSerializer.Serialize(lines, paper);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    /// <summary>Key of the paper at a place in the listing, from 1.</summary>
    public static string Id(int place) => string.Create(CultureInfo.InvariantCulture, $"arxiv:2501.{place:00000}");

    private static string Title(Random random, int i)
        => string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Methods)} for {Pick(random, Tasks)}, study {i}");

    private static string Abstract(Random random, int edition)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 3; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Recent work on {Pick(random, Tasks)} relies on {Pick(random, Methods)}, yet its cost grows with the size of the data and its failures remain poorly understood. ");
        }

        text.Append(CultureInfo.InvariantCulture, $"We propose a new approach to {Pick(random, Tasks)} based on {Pick(random, Methods)}, edition {edition}. ");
        for (var i = 0; i < 3; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Each module combines {Pick(random, Methods)} with {Pick(random, Methods)} and is trained end to end without further supervision. ");
        }

        text.Append(CultureInfo.InvariantCulture, $"It outperforms the strongest baseline on {Pick(random, Datasets)} by {random.Next(1, 200) / 10.0:0.0}% and is {random.Next(11, 90) / 10.0:0.0} times faster. ");
        text.Append(CultureInfo.InvariantCulture, $"On {Pick(random, Datasets)}, accuracy rises from {random.Next(500, 700) / 10.0:0.0} to {random.Next(701, 900) / 10.0:0.0}. ");
        text.Append("Ablations show that most of the gain comes from the training schedule. Our code is publicly available.");
        return text.ToString();
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
