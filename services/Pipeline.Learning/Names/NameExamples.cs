using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.Learning.Names;

/// <summary>A text with its names, ready to be labelled and learned from.</summary>
internal sealed class NamedText
{
    // Data sets are few among the names that can be labelled by themselves.
    private const float DatasetShare = 2;

    private NamedText(TokenizedText tokens)
    {
        Tokens = tokens;
        Names = NameGroups.Read(tokens);
    }

    /// <summary>The text.</summary>
    public TokenizedText Tokens { get; }

    /// <summary>Its names.</summary>
    public NameGroups Names { get; }

    /// <summary>Reads a text as the stage does.</summary>
    public static NamedText Read(string text) => new(new(text, SentenceSplitter.Split(text), UrlFinder.Find(text)));

    /// <summary>Adds an example for each name that has a label.</summary>
    /// <param name="labels">One for each group; null leaves it out.</param>
    /// <param name="model">Tells which data sets are known.</param>
    /// <param name="maskOwn">Hide what is known of the name itself.</param>
    /// <param name="weight">What an example counts.</param>
    /// <param name="examples">Receives them.</param>
    public void AddExamples(NameKind?[] labels, NameModel model, bool maskOwn, float weight, List<NameExample> examples)
    {
        var features = new List<(uint Slot, float Value)>?[labels.Length];
        NameClassifier.Visit(Tokens, Names, model, maskOwn, (group, hashes, isMention) =>
        {
            if (labels[group] is null)
            {
                return;
            }

            var value = isMention ? 1 / MathF.Sqrt(Names.Groups[group].Mentions) : 1;
            foreach (var hash in hashes)
            {
                (features[group] ??= []).Add((hash & (NameModel.Slots - 1), value));
            }
        });
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is { } label)
            {
                examples.Add(new(label, [.. features[i]!], label == NameKind.Dataset ? weight * DatasetShare : weight));
            }
        }
    }

    /// <summary>The span of a mention in the text.</summary>
    public TextSpan SpanOf(NameMention mention) => Tokens.ViewOf(mention.Sentence).Span(mention.First, mention.Next);
}

/// <summary>One name with its features.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Features">Slots and values; a slot may come more than once.</param>
/// <param name="Weight">What it counts.</param>
internal sealed record NameExample(NameKind Kind, (uint Slot, float Value)[] Features, float Weight);
