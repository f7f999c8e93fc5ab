using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Takes back what the model says of a name where the rest of the abstract tells otherwise.</summary>
internal static class NameCorrections
{
    // Chosen on the dev part of the labels.
    private const double SureBackground = 0.5;

    // Of two names in a row, one may well be new.
    private const int ShortestRow = 3;

    private const NameCue DatasetCues = NameCue.AfterDataset | NameCue.BesideDataset | NameCue.CalledDataset | NameCue.TriedOn;

    /// <summary>Corrects the kinds of the names of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">The roles of its sentences.</param>
    /// <param name="names">Its names.</param>
    /// <param name="kinds">The kind of each name; changed.</param>
    public static void Apply(TokenizedText text, IReadOnlyList<Sentence> sentences, NameGroups names, NameKind[] kinds)
    {
        CorrectMentions(text, sentences, names, kinds);
        CorrectRows(text, names, kinds);
    }

    private static void CorrectMentions(TokenizedText text, IReadOnlyList<Sentence> sentences, NameGroups names, NameKind[] kinds)
    {
        Span<bool> isSeen = stackalloc bool[kinds.Length];
        isSeen.Clear();
        foreach (var mention in names.Mentions)
        {
            if (names.GroupOf(mention) is not (>= 0 and var group))
            {
                continue;
            }

            var view = text.ViewOf(mention.Sentence);
            if (view.Is(mention.Next - 1, Lexicon.Names.TaskNouns) || (!isSeen[group] && kinds[group] == NameKind.Method && IsOfOthers(sentences[mention.Sentence], names.Groups[group])))
            {
                kinds[group] = NameKind.Other;
            }
            else if (kinds[group] != NameKind.Dataset && MetricNames.IsMeasure(view, mention))
            {
                SetMetric(names, kinds, group);
            }

            isSeen[group] = true;
        }
    }

    // What the background speaks of was there before the paper.
    private static bool IsOfOthers(Sentence first, NameGroup group)
        => first is { Role: SentenceRole.Background, Claim: false, RoleScore: >= SureBackground } && !group.Cues.HasFlag(NameCue.Introduced);

    // A measure is no method, whoever introduces it, and neither is a problem.
    private static void SetMetric(NameGroups names, NameKind[] kinds, int group)
    {
        kinds[group] = NameKind.Metric;
        if (names.Groups[group].Partner is >= 0 and var partner)
        {
            kinds[partner] = NameKind.Metric;
        }
    }

    private static void CorrectRows(TokenizedText text, NameGroups names, NameKind[] kinds)
    {
        var mentions = names.Mentions;
        for (var first = 0; first < mentions.Count;)
        {
            var end = NameChain.End(text.ViewOf(mentions[first].Sentence), mentions, first);
            if (end - first >= ShortestRow && OnlyKind(names, kinds, first, end) is >= 0 and var alone && IsDoubtful(names.Groups[alone]))
            {
                kinds[alone] = NameKind.Other;
            }

            first = end;
        }
    }

    // "Adam, Ribbon and SGD": what stands in a row with things of others is of others. The one name that is more; -1 when there is none or several.
    private static int OnlyKind(NameGroups names, NameKind[] kinds, int first, int end)
    {
        var alone = -1;
        for (var i = first; i < end; i++)
        {
            if (names.GroupOf(names.Mentions[i]) is >= 0 and var group && kinds[group] != NameKind.Other)
            {
                if (alone >= 0)
                {
                    return -1;
                }

                alone = group;
            }
        }

        return alone;
    }

    private static bool IsDoubtful(NameGroup group)
        => group.Mentions == 1 && (group.Cues & (DatasetCues | NameCue.Introduced)) == 0 && !NameModel.Default.IsKnown(group.Key);
}
