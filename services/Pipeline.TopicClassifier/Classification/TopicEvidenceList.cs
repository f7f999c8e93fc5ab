using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>Picks the words that carried a topic.</summary>
internal static class TopicEvidenceList
{
    /// <summary>
    /// The first mention of each term that speaks for the topic, weighted by what all its mentions gained: strongest
    /// first, then by place, at most <see cref="TopicAnalyzer.MaxEvidence"/>.
    /// </summary>
    public static IReadOnlyList<TopicEvidence> Of(int topic, TermIndex index, MentionedTerms mentions, string title, string @abstract)
    {
        List<TopicEvidence> evidence = [];
        foreach (ref readonly var mention in mentions.All)
        {
            if (WeightFor(topic, index.VotesOf(mention.Term)) is { } weight)
            {
                evidence.Add(Piece(mention, weight, mention.In == TextPart.Title ? title : @abstract));
            }
        }

        return [.. evidence
            .OrderByDescending(piece => piece.Weight)
            .ThenBy(piece => piece.In)
            .ThenBy(piece => piece.Start)
            .Take(TopicAnalyzer.MaxEvidence)];
    }

    private static double? WeightFor(int topic, ReadOnlySpan<Vote> votes)
    {
        foreach (var vote in votes)
        {
            if (vote.Topic == topic)
            {
                return vote.Weight;
            }
        }

        return null;
    }

    private static TopicEvidence Piece(MentionedTerm mention, double weight, string text) => new()
    {
        Start = mention.First.Start,
        End = mention.First.End,
        Text = mention.First.Of(text),
        In = mention.In,
        Weight = TopicScore.Shown(weight * TopicScore.Gain(mention.InTitle, mention.InAbstract)),
    };
}
