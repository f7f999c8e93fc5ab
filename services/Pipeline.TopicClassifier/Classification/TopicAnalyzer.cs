using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>
/// Decides which topics of a taxonomy a paper belongs to: by a learned model where it knows the topic, by the described
/// terms where it does not. Pure, and safe to share between threads.
/// </summary>
public sealed class TopicAnalyzer
{
    /// <summary>Most topics assigned to one paper.</summary>
    public const int MaxTopics = 16;

    /// <summary>Most topics assigned to one paper by described terms.</summary>
    public const int MaxDescribed = 5;

    /// <summary>Most pieces of evidence shown for one topic.</summary>
    public const int MaxEvidence = 8;

    /// <summary>Lowest score at which a topic is assigned by described terms, unless another is asked for.</summary>
    public const double DescribedMinimum = 0.35;

    // Beside learned topics: on papers about those, described terms are right less than half as often as they say.
    private const double DescribedTrust = 0.5;
    private const double DescribedMinimumBesideLearned = 0.3;

    // Counts changes of the method that give equal texts other topics under the same model.
    private const string Method = "3";

    private readonly DescribedClassifier described;
    private readonly LearnedClassifier? learned;
    private readonly OtherFields fields;

    /// <summary>Prepares a taxonomy, and the model for it, for use.</summary>
    /// <param name="taxonomy">The topics to assign from.</param>
    /// <param name="minimumScore">Lowest score at which a topic is assigned, 0 to 1; learned topics have thresholds of their own besides. Null leaves it to these and <see cref="DescribedMinimum"/>.</param>
    /// <param name="model">What was learned about topics of the taxonomy; null works by described terms alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not within 0 to 1.</exception>
    /// <exception cref="TopicModelException">The model was made for another taxonomy, or knows topics that this one does not have.</exception>
    public TopicAnalyzer(Taxonomy taxonomy, double? minimumScore, TopicModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        if (minimumScore is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(minimumScore), minimumScore, "A minimum score is within 0 to 1.");
        }

        described = model is null
            ? new DescribedClassifier(taxonomy, minimumScore ?? DescribedMinimum, [], trust: 1)
            : new DescribedClassifier(taxonomy, minimumScore ?? DescribedMinimumBesideLearned, model.Labels, DescribedTrust);
        fields = new OtherFields(taxonomy);
        learned = model is null ? null : new LearnedClassifier(model, taxonomy, minimumScore ?? 0);
        Version = new StageVersion
        {
            Name = model is null ? "terms" : "topics",
            Version = model is null ? "1" : $"{Method}.{model.Version}",
            Taxonomy = $"{taxonomy.Name}/{taxonomy.Version}",
        };
    }

    /// <summary>What to stamp on results.</summary>
    public StageVersion Version { get; }

    /// <summary>An analyzer of a taxonomy with the model that comes with this program, if one does.</summary>
    public static TopicAnalyzer BuiltIn(Taxonomy taxonomy, double? minimumScore)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        return new(taxonomy, minimumScore, BuiltInModels.Find(taxonomy.Name));
    }

    /// <summary>
    /// Assigns at most <see cref="MaxTopics"/> topics, best first, ties by id. A topic needs at least one term in the
    /// texts, however likely it is beforehand; when no topic is likely enough, the analysis abstains.
    /// </summary>
    public TopicAnalysis Analyze(string title, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(@abstract);

        List<TopicAssignment> topics = [];
        learned?.Assign(title, @abstract, topics);
        var count = topics.Count;
        described.Assign(title, @abstract, topics);
        fields.Drop(topics, count);
        topics.Sort(BestFirst);
        if (topics.Count > MaxTopics)
        {
            topics.RemoveRange(MaxTopics, topics.Count - MaxTopics);
        }

        return new TopicAnalysis { Abstained = topics.Count == 0, Topics = topics };
    }

    private static int BestFirst(TopicAssignment left, TopicAssignment right)
    {
        var byScore = right.Score.CompareTo(left.Score);
        return byScore != 0 ? byScore : string.CompareOrdinal(left.Id, right.Id);
    }
}
