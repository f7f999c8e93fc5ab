using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.Learning.Discourse;

/// <summary>An abstract as the discourse model sees it, with what is known of its sentences.</summary>
internal sealed class DiscourseExample
{
    private DiscourseExample(string title, string text, IReadOnlyList<TextSpan> spans)
    {
        Title = title;
        Text = new(text, spans, UrlFinder.Find(text));
        var features = new List<uint>();
        Hashes = new uint[spans.Count][];
        Plain = new int[spans.Count];
        var titles = TitleOverlap.Of(title, Text);
        for (var i = 0; i < spans.Count; i++)
        {
            features.Clear();
            SentenceFeatures.Append(Text.ViewOf(i), i, spans.Count, features);
            Plain[i] = features.Count;
            SentenceFeatures.AppendTitle(titles[i], spans.Count - 1 - i, features);
            Hashes[i] = [.. features];
        }
    }

    /// <summary>Its title; empty when nobody gave it.</summary>
    public string Title { get; }

    /// <summary>The abstract.</summary>
    public TokenizedText Text { get; }

    /// <summary>Features of each sentence, as hashes.</summary>
    public uint[][] Hashes { get; }

    /// <summary>How many features of each sentence do not look at the title; they come first.</summary>
    public int[] Plain { get; }

    /// <summary>Known features of each sentence, as rows of the table; set by <see cref="FeatureIndex"/>.</summary>
    public int[][] Rows { get; set; } = [];

    /// <summary>The same without those that look at the title.</summary>
    public int[][] PlainRows { get; set; } = [];

    /// <summary>Sentences.</summary>
    public int Count => Hashes.Length;

    /// <summary>What kind of abstract it is; null when the model shall not learn that from it.</summary>
    public Register? Register { get; init; }

    /// <summary>Labels of the sentences for each chain of <see cref="DiscourseHead.Chains"/>; null where nobody set them.</summary>
    public int[]?[] Labels { get; } = new int[]?[DiscourseHead.Chains.Length];

    /// <summary>Claim or evidence by the labels of SciARK: 0 neither, 1 claim, 2 evidence; null where nobody set them.</summary>
    public int[]? Arguments { get; init; }

    /// <summary>How much each sentence counts; null when all count one.</summary>
    public float[]? Weights { get; init; }

    /// <summary>What teachers say of each chain, as probabilities; empty without teachers.</summary>
    public double[][] Taught { get; set; } = [];

    /// <summary>An abstract that is split by white space between its given sentences.</summary>
    public static DiscourseExample FromSentences(string? title, IReadOnlyList<string> sentences, Register? register, float[]? weights = null, int[]? arguments = null)
    {
        var spans = new TextSpan[sentences.Count];
        var start = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new(start, start + sentences[i].Length);
            start = spans[i].End + 1;
        }

        return new(title ?? "", string.Join(' ', sentences), spans) { Register = register, Weights = weights, Arguments = arguments };
    }

    /// <summary>An abstract with the spans of its sentences.</summary>
    public static DiscourseExample FromText(string title, string text, IReadOnlyList<TextSpan> spans, Register? register)
        => new(title, text, spans) { Register = register };

    /// <summary>Sets the labels of one chain.</summary>
    public DiscourseExample With(DiscourseHead head, int[] labels)
    {
        Labels[Array.IndexOf(DiscourseHead.Chains, head)] = labels;
        return this;
    }
}
