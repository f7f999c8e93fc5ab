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

    private const int NoKind = -1;
    private const int Several = -2;

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
            if (IsNone(view, mention, names.Groups[group], kinds[group]) || view.Is(mention.Next - 1, Lexicon.Names.TaskNouns) || (!isSeen[group] && kinds[group] == NameKind.Method && IsOfOthers(sentences[mention.Sentence], names.Groups[group])))
            {
                kinds[group] = NameKind.Other;
            }
            else if (kinds[group] != NameKind.Dataset && MetricNames.IsMeasure(view, mention))
            {
                SetMetric(names, kinds, group);
            }

            kinds[group] = kinds[group] == NameKind.Other ? Found(view, mention) : kinds[group];
            isSeen[group] = true;
        }
    }

    private static bool IsNone(TokenView view, NameMention mention, NameGroup group, NameKind kind)
    {
        var isLone = group.Mentions == 1 && group.Partner < 0;
        return kind switch
        {
            NameKind.Method => isLone && !group.Cues.HasFlag(NameCue.Introduced) && IsOld(view, mention),
            NameKind.Dataset => (isLone && NamePlaces.IsReplaced(view, mention)) || (IsDoubtful(group) && NamePlaces.IsListedMethod(view, mention)),
            _ => false,
        };
    }

    private static bool IsOld(TokenView view, NameMention mention)
        => NamePlaces.IsProblem(view, mention) || NamePlaces.IsUsed(view, mention) || NamePlaces.IsDevice(view, mention) || NamePlaces.IsDescription(view, mention);

    private static NameKind Found(TokenView view, NameMention mention)
        => NamePlaces.IsSource(view, mention) ? NameKind.Dataset : NameKind.Other;

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
            var view = text.ViewOf(mentions[first].Sentence);
            var end = NameChain.End(view, mentions, first);
            DropTasks(view, names, kinds, first, end);
            var alone = end - first > 1 ? OnlyKind(names, kinds, first, end) : NoKind;
            if (end - first >= ShortestRow && alone >= 0 && IsDoubtful(names.Groups[alone]))
            {
                kinds[alone] = NameKind.Other;
            }
            else if (alone != NoKind)
            {
                AddDatasets(view, names, kinds, first, end);
            }

            first = end;
        }
    }

    // "On Knots, Strings, and Wind Following tasks": where the last of a row is no data set but a task, none is.
    private static void DropTasks(TokenView view, NameGroups names, NameKind[] kinds, int first, int end)
    {
        var last = names.Mentions[end - 1];
        if (names.GroupOf(last) is not (>= 0 and var group) || !IsDoubtful(names.Groups[group], NameCue.TriedOn) || !NamePlaces.IsTask(view, last))
        {
            return;
        }

        for (var i = first; i < end; i++)
        {
            if (names.GroupOf(names.Mentions[i]) is >= 0 and var other && kinds[other] == NameKind.Dataset && !NameReader.IsDistinct(view, names.Mentions[i].First))
            {
                kinds[other] = NameKind.Other;
            }
        }
    }

    // "On A, B and C", "A and B datasets": what stands in such a row with data sets is one.
    private static void AddDatasets(TokenView view, NameGroups names, NameKind[] kinds, int first, int end)
    {
        var mentions = names.Mentions;
        var isBeside = view.Is(mentions[end - 1].Next, Lexicon.Names.DatasetNouns);
        var isTried = end - first >= ShortestRow && Apposition.IsTriedOn(view, mentions[first].First);
        if (!(isBeside || isTried) || !HasDataset(names, kinds, first, end))
        {
            return;
        }

        for (var i = first; i < end; i++)
        {
            if (names.GroupOf(mentions[i]) is >= 0 and var group && kinds[group] == NameKind.Other && (isBeside || NameReader.IsDistinct(view, mentions[i].First)))
            {
                kinds[group] = NameKind.Dataset;
            }
        }
    }

    private static bool HasDataset(NameGroups names, NameKind[] kinds, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (names.GroupOf(names.Mentions[i]) is >= 0 and var group && kinds[group] == NameKind.Dataset)
            {
                return true;
            }
        }

        return false;
    }

    // "Adam, Ribbon and SGD": what stands in a row with things of others is of others. The one name that is more.
    private static int OnlyKind(NameGroups names, NameKind[] kinds, int first, int end)
    {
        var alone = NoKind;
        for (var i = first; i < end; i++)
        {
            if (names.GroupOf(names.Mentions[i]) is >= 0 and var group && kinds[group] != NameKind.Other)
            {
                if (alone >= 0)
                {
                    return Several;
                }

                alone = group;
            }
        }

        return alone;
    }

    private static bool IsDoubtful(NameGroup group, NameCue allowed = NameCue.None)
        => group.Mentions == 1 && (group.Cues & (DatasetCues | NameCue.Introduced) & ~allowed) == 0 && !NameModel.Default.IsKnown(group.Key);
}
