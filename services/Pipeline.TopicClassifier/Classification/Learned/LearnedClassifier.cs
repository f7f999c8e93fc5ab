using System.Runtime.InteropServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>Assigns the topics that a model knows. Pure, and safe to share between threads.</summary>
internal sealed class LearnedClassifier
{
    // Below these the text is noise or another language, and whatever the model says of it is chance.
    private const int LeastWords = 4;
    private const float LeastKnownShare = 0.8f;

    // A paper that surely has a topic gets its likeliest one, unless even that is unlikely.
    private const int LeastWordsForLikeliest = 30;
    private const double LeastLikely = 0.3;

    private const int NoParent = -1;

    [ThreadStatic]
    private static ReadPaper? _reused;

    private readonly TopicModel _model;
    private readonly double _minimumScore;
    private readonly int[] _parents;

    /// <exception cref="TopicModelException">Model and taxonomy do not belong together.</exception>
    public LearnedClassifier(TopicModel model, Taxonomy taxonomy, double minimumScore)
    {
        TopicModelRules.CheckFits(model, taxonomy);
        (_model, _minimumScore) = (model, minimumScore);
        var parents = taxonomy.Topics.ToDictionary(topic => topic.Id, topic => topic.Parent, StringComparer.Ordinal);
        var labels = model.Labels.ToList();
        _parents = [.. labels.Select(label => parents[label] is { } parent ? labels.IndexOf(parent) : NoParent)];
    }

    /// <summary>Adds the topics assigned, in no order. A topic brings the topics it is part of.</summary>
    public void Assign(string title, string @abstract, List<TopicAssignment> topics)
    {
        var paper = _reused ??= new();
        paper.Read(_model, title, @abstract);
        if (paper.Words < LeastWords || paper.Known < LeastKnownShare * paper.Words)
        {
            return;
        }

        Span<float> scores = stackalloc float[_model.Labels.Count];
        Score(paper, scores);
        for (var label = 0; label < scores.Length; label++)
        {
            if (scores[label] >= Math.Max(_model.Thresholds[label], _minimumScore))
            {
                Add(label, scores, paper, title, @abstract, topics);
            }
        }

        if (topics.Count == 0 && paper.Words >= LeastWordsForLikeliest && Likeliest(scores) is var likeliest && scores[likeliest] >= Math.Max(LeastLikely, _minimumScore))
        {
            Add(likeliest, scores, paper, title, @abstract, topics);
        }
    }

    // Probabilities; a topic is at least as likely as any of its parts.
    private void Score(ReadPaper paper, Span<float> scores)
    {
        Span<float> sums = stackalloc float[_model.Width];
        _model.Sum(CollectionsMarshal.AsSpan(paper.Terms), sums);
        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] = 1 / (1 + MathF.Exp(-(_model.Content.Biases[label] + (_model.Content.Scales[label] * sums[label]))));
        }

        for (var label = 0; label < scores.Length; label++)
        {
            for (var above = _parents[label]; above != NoParent; above = _parents[above])
            {
                scores[above] = MathF.Max(scores[above], scores[label]);
            }
        }
    }

    private int Likeliest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] / _model.Thresholds[label] > scores[best] / _model.Thresholds[best])
            {
                best = label;
            }
        }

        return best;
    }

    private void Add(int label, ReadOnlySpan<float> scores, ReadPaper paper, string title, string @abstract, List<TopicAssignment> topics)
    {
        for (var at = label; at != NoParent; at = _parents[at])
        {
            var id = _model.Labels[at];
            if (topics.Exists(topic => topic.Id == id))
            {
                return;
            }

            // What speaks for a part speaks for the whole, also where the whole alone was not seen.
            var evidence = LearnedEvidence.Of(_model, at, paper, title, @abstract);
            evidence = evidence.Count == 0 && at != label ? LearnedEvidence.Of(_model, label, paper, title, @abstract) : evidence;
            if (evidence.Count == 0)
            {
                return;
            }

            topics.Add(new() { Id = id, Score = Math.Round(scores[at], 4), Evidence = evidence });
        }
    }
}
