using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>Decides which topics of a taxonomy a paper belongs to, by the terms it mentions. Pure, and safe to share between threads.</summary>
public sealed class TopicAnalyzer
{
    /// <summary>Most topics assigned to one paper.</summary>
    public const int MaxTopics = 5;

    /// <summary>Most pieces of evidence shown for one topic.</summary>
    public const int MaxEvidence = 8;

    private readonly Taxonomy taxonomy;
    private readonly double minimumScore;
    private readonly TermIndex index;

    /// <summary>Prepares the terms of a taxonomy for matching.</summary>
    /// <param name="taxonomy">The topics to assign from.</param>
    /// <param name="minimumScore">Lowest score at which a topic is assigned, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not within 0 to 1.</exception>
    public TopicAnalyzer(Taxonomy taxonomy, double minimumScore)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        if (minimumScore is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(minimumScore), minimumScore, "A minimum score is within 0 to 1.");
        }

        this.taxonomy = taxonomy;
        this.minimumScore = minimumScore;
        index = new TermIndex(taxonomy);
        Version = new StageVersion { Name = "terms", Version = "1", Taxonomy = $"{taxonomy.Name}/{taxonomy.Version}" };
    }

    /// <summary>What to stamp on results.</summary>
    public StageVersion Version { get; }

    /// <summary>
    /// Assigns at most <see cref="MaxTopics"/> topics, best first, ties by id. A topic needs at least one term in the
    /// texts, however likely it is beforehand; when no topic reaches the minimum, the analysis abstains.
    /// </summary>
    public TopicAnalysis Analyze(string title, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(@abstract);

        var mentions = new MentionedTerms();
        index.Collect(title, TextPart.Title, mentions);
        index.Collect(@abstract, TextPart.Abstract, mentions);

        List<TopicAssignment> topics = [.. Best(LogOdds(mentions)).Select(best => new TopicAssignment
        {
            Id = taxonomy.Topics[best.Topic].Id,
            Score = best.Score,
            Evidence = TopicEvidenceList.Of(best.Topic, index, mentions, title, @abstract),
        })];
        return new TopicAnalysis { Abstained = topics.Count == 0, Topics = topics };
    }

    // Of every topic that some term speaks for; null elsewhere.
    private double?[] LogOdds(MentionedTerms mentions)
    {
        var logOdds = new double?[taxonomy.Topics.Count];
        foreach (ref readonly var mention in mentions.All)
        {
            var gain = TopicScore.Gain(mention.InTitle, mention.InAbstract);
            foreach (var vote in index.VotesOf(mention.Term))
            {
                logOdds[vote.Topic] = (logOdds[vote.Topic] ?? taxonomy.Topics[vote.Topic].Prior) + (vote.Weight * gain);
            }
        }

        return logOdds;
    }

    private IEnumerable<(int Topic, double Score)> Best(double?[] logOdds)
    {
        List<(int Topic, double Score)> assigned = [];
        for (var topic = 0; topic < logOdds.Length; topic++)
        {
            if (logOdds[topic] is { } odds && TopicScore.Of(odds) is var score && score >= minimumScore)
            {
                assigned.Add((topic, score));
            }
        }

        return assigned
            .OrderByDescending(best => best.Score)
            .ThenBy(best => taxonomy.Topics[best.Topic].Id, StringComparer.Ordinal)
            .Take(MaxTopics);
    }
}
