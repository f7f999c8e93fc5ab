using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>Assigns topics by the described terms a paper mentions. Pure, and safe to share between threads.</summary>
internal sealed class DescribedClassifier
{
    [ThreadStatic]
    private static MentionedTerms? _reused;

    private readonly Taxonomy _taxonomy;
    private readonly double _minimumScore;
    private readonly TermIndex _index;
    private readonly bool[] _isLearned;
    private readonly double _trust;

    /// <param name="taxonomy">The topics.</param>
    /// <param name="minimumScore">Lowest score at which a topic is assigned, 0 to 1.</param>
    /// <param name="learned">Ids of topics that are decided elsewhere.</param>
    /// <param name="trust">What the scores are multiplied by, above 0, at most 1.</param>
    public DescribedClassifier(Taxonomy taxonomy, double minimumScore, IReadOnlyList<string> learned, double trust)
    {
        (_taxonomy, _minimumScore, _trust) = (taxonomy, minimumScore, trust);
        _index = new TermIndex(taxonomy);
        _isLearned = [.. taxonomy.Topics.Select(topic => learned.Contains(topic.Id, StringComparer.Ordinal))];
    }

    /// <summary>Adds the topics that reach the minimum, the best of them, in no order.</summary>
    public void Assign(string title, string @abstract, List<TopicAssignment> topics)
    {
        var mentions = _reused ??= new MentionedTerms();
        mentions.Clear();
        _index.Collect(title, TextPart.Title, mentions);
        _index.Collect(@abstract, TextPart.Abstract, mentions);
        if (mentions.All.IsEmpty)
        {
            return;
        }

        foreach (var (topic, score) in Best(LogOdds(mentions)))
        {
            topics.Add(new TopicAssignment
            {
                Id = _taxonomy.Topics[topic].Id,
                Score = score,
                Evidence = TopicEvidenceList.Of(topic, _index, mentions, title, @abstract),
            });
        }
    }

    // Of every topic that some term speaks for; null elsewhere.
    private double?[] LogOdds(MentionedTerms mentions)
    {
        var logOdds = new double?[_taxonomy.Topics.Count];
        foreach (ref readonly var mention in mentions.All)
        {
            var gain = TopicScore.Gain(mention.InTitle, mention.InAbstract);
            foreach (var vote in _index.VotesOf(mention.Term))
            {
                logOdds[vote.Topic] = (logOdds[vote.Topic] ?? _taxonomy.Topics[vote.Topic].Prior) + (vote.Weight * gain);
            }
        }

        return logOdds;
    }

    private IEnumerable<(int Topic, double Score)> Best(double?[] logOdds)
    {
        List<(int Topic, double Score)> assigned = [];
        for (var topic = 0; topic < logOdds.Length; topic++)
        {
            if (!_isLearned[topic] && logOdds[topic] is { } odds && Math.Round(_trust * TopicScore.Of(odds), 4) is var score && score >= _minimumScore)
            {
                assigned.Add((topic, score));
            }
        }

        return assigned
            .OrderByDescending(best => best.Score)
            .ThenBy(best => _taxonomy.Topics[best.Topic].Id, StringComparer.Ordinal)
            .Take(TopicAnalyzer.MaxDescribed);
    }
}
