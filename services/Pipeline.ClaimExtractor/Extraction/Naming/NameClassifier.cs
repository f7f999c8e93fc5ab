using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>What a name stands for.</summary>
internal enum NameKind
{
    /// <summary>Something that others made, or no name at all.</summary>
    Other = 0,

    /// <summary>What the paper introduces.</summary>
    Method = 1,

    /// <summary>A data set or benchmark.</summary>
    Dataset = 2,

    /// <summary>An evaluation measure; told by rules, not learned.</summary>
    Metric = 3,
}

/// <summary>Decides what the names of a text stand for, by all mentions of each together.</summary>
internal static class NameClassifier
{
    // What rules are worth beside what was learned, in units of the weights; chosen on the dev part of the labels.
    private const double IntroducedLead = 180;
    private const double MethodLead = -40;
    private const double AfterDatasetLead = 100;
    private const double TriedOnLead = 60;


    /// <summary>Receives the features of names: those of the name itself with weight 1, those of a mention with less the more there are.</summary>
    public delegate void Visitor(int group, ReadOnlySpan<uint> features, bool isMention);

    /// <summary>The kind of each group.</summary>
    public static NameKind[] Classify(TokenizedText text, NameGroups names, NameModel model)
    {
        var scores = new int[names.Groups.Count * NameModel.Classes * 2];
        Visit(text, names, model, maskOwn: false, (group, features, isMention) =>
            model.Add(features, scores.AsSpan(((group * 2) + (isMention ? 1 : 0)) * NameModel.Classes, NameModel.Classes)));
        return Decide(names, scores);
    }

    /// <summary>Hands the features of all names to a visitor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Its names.</param>
    /// <param name="model">Tells which data sets are known.</param>
    /// <param name="maskOwn">Hide what is known of a name itself, so that learning from it has to look elsewhere.</param>
    /// <param name="visit">Receives them.</param>
    public static void Visit(TokenizedText text, NameGroups names, NameModel model, bool maskOwn, Visitor visit)
    {
        var features = new NameFeatures(stackalloc uint[NameFeatures.Most]);
        var mentions = names.Mentions;
        for (var i = 0; i < names.Groups.Count; i++)
        {
            var key = names.Groups[i].Key;
            features.Name(names.Groups[i], maskOwn ? 0 : model.Known(key), model.IsKnown(key));
            visit(i, features.Hashes, isMention: false);
        }

        var traits = 0u;
        for (var first = 0; first < mentions.Count;)
        {
            var view = text.ViewOf(mentions[first].Sentence);
            var end = NameChain.End(view, mentions, first);
            traits = first > 0 && mentions[first - 1].Sentence == mentions[first].Sentence ? traits : SentenceTraits.Of(view);
            for (var i = first; i < end; i++)
            {
                if (names.GroupOf(mentions[i]) is >= 0 and var group)
                {
                    features.Mention(view, Chain(mentions, first, end, i, model), mentions[i], traits);
                    visit(group, features.Hashes, isMention: true);
                }
            }

            first = end;
        }
    }

    private static NameChain Chain(List<NameMention> mentions, int first, int end, int own, NameModel model)
    {
        var known = 0;
        var beside = false;
        for (var i = first; i < end && i < first + 16; i++)
        {
            beside |= mentions[i].Has(NameCue.BesideDataset) || mentions[i].Has(NameCue.AfterDataset);
            var value = i == own || mentions[i].Key == mentions[own].Key ? 0 : model.Known(mentions[i].Key);
            known = Math.Abs(value) > Math.Abs(known) ? value : known;
        }

        return new(mentions[first].First, mentions[end - 1].Next, beside, known);
    }

    private static NameKind[] Decide(NameGroups names, int[] scores)
    {
        var kinds = new NameKind[names.Groups.Count];
        Span<double> sums = stackalloc double[NameModel.Classes];
        for (var i = 0; i < kinds.Length; i++)
        {
            Sum(names, scores, i, sums);
            kinds[i] = Decide(sums, CuesOf(names, names.Groups[i]));
        }

        return kinds;
    }

    // Who introduces what is written out introduces its acronym, and the other way round.
    private static NameCue CuesOf(NameGroups names, NameGroup group)
        => group.Partner >= 0 ? group.Cues | (names.Groups[group.Partner].Cues & (NameCue.Introduced | NameCue.CalledDataset | NameCue.CalledMethod)) : group.Cues;

    private static NameKind Decide(ReadOnlySpan<double> sums, NameCue cues)
    {
        var method = sums[(int)NameKind.Method] + (cues.HasFlag(NameCue.Introduced) ? IntroducedLead : MethodLead);
        var dataset = sums[(int)NameKind.Dataset] + (cues.HasFlag(NameCue.AfterDataset) ? AfterDatasetLead : cues.HasFlag(NameCue.TriedOn) ? TriedOnLead : 0);
        var other = sums[(int)NameKind.Other];
        if (Math.Max(method, dataset) <= other)
        {
            return NameKind.Other;
        }

        var isCalledDataset = (cues & (NameCue.CalledDataset | NameCue.AfterDataset)) != 0 && !cues.HasFlag(NameCue.CalledMethod);
        return isCalledDataset || dataset > method ? NameKind.Dataset : NameKind.Method;
    }

    // A long form and its acronym stand for one thing, so both speak for both.
    private static void Sum(NameGroups names, int[] scores, int group, Span<double> sums)
    {
        var partner = names.Groups[group].Partner;
        for (var c = 0; c < NameModel.Classes; c++)
        {
            sums[c] = Score(names, scores, group, c) + (partner >= 0 ? Score(names, scores, partner, c) : 0);
        }
    }

    private static double Score(NameGroups names, int[] scores, int group, int c)
        => scores[(group * 2 * NameModel.Classes) + c]
            + (scores[(((group * 2) + 1) * NameModel.Classes) + c] / Math.Sqrt(names.Groups[group].Mentions));
}
