using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>Picks the words and pairs of words that spoke for a topic.</summary>
internal static class LearnedEvidence
{
    // Less is noise: log-odds that all mentions of a term must add at least.
    private const float Least = 0.02f;

    /// <summary>
    /// The first mentions of the readable n-grams that added most, by what all their mentions added: strongest first,
    /// then by place, at most <see cref="TopicAnalyzer.MaxEvidence"/>, none of them overlapping.
    /// </summary>
    public static IReadOnlyList<TopicEvidence> Of(TopicModel model, int label, ReadPaper paper, string title, string @abstract)
    {
        Span<Candidate> best = stackalloc Candidate[TopicAnalyzer.MaxEvidence];
        var count = 0;
        foreach (var term in paper.Terms)
        {
            var gain = term.Value * model.Weight(term.Row, label);
            if (gain >= Least && model.Content.Readable[term.Row] && !IsWeakest(gain, best[..count]))
            {
                count = Insert(new(gain, term.First), best, count, paper.Grams);
            }
        }

        var evidence = new TopicEvidence[count];
        for (var i = 0; i < count; i++)
        {
            evidence[i] = Piece(paper.Grams[best[i].Gram], best[i].Gain, title, @abstract);
        }

        return evidence;
    }

    private static bool IsWeakest(float gain, ReadOnlySpan<Candidate> best) => best.Length == TopicAnalyzer.MaxEvidence && gain <= best[^1].Gain;

    // Of two that overlap the stronger stays.
    private static int Insert(Candidate candidate, Span<Candidate> best, int count, List<NGram> grams)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var overlaps = Overlap(grams[best[i].Gram], grams[candidate.Gram]);
            if (overlaps && best[i].Gain >= candidate.Gain)
            {
                return count;
            }
        }

        for (var i = 0; i < count; i++)
        {
            if (!Overlap(grams[best[i].Gram], grams[candidate.Gram]))
            {
                best[kept++] = best[i];
            }
        }

        kept = Math.Min(kept, TopicAnalyzer.MaxEvidence - 1);
        var at = kept;
        for (; at > 0 && best[at - 1].Gain < candidate.Gain; at--)
        {
            best[at] = best[at - 1];
        }

        best[at] = candidate;
        return kept + 1;
    }

    private static bool Overlap(NGram left, NGram right) => left.In == right.In && left.Start < right.End && right.Start < left.End;

    private static TopicEvidence Piece(NGram gram, float gain, string title, string @abstract) => new()
    {
        Start = gram.Start,
        End = gram.End,
        Text = (gram.In == TextPart.Title ? title : @abstract)[gram.Start..gram.End],
        In = gram.In,
        Weight = Math.Round(gain, 4),
    };

    private readonly record struct Candidate(float Gain, int Gram);
}
