using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Finds the names of introduced methods, of data sets and of measures.</summary>
internal static class NameFinder
{
    /// <summary>Reads all names of an abstract at once: where one stands is told by all places where it stands.</summary>
    public static NameList Find(TokenizedText text)
    {
        var names = NameGroups.Read(text);
        var kinds = NameClassifier.Classify(text, names, NameModel.Default);
        var list = new NameList(text);
        Correct(text, names, kinds);
        var at = 0;
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            for (; at < names.Mentions.Count && names.Mentions[at].Sentence == i; at++)
            {
                if (names.GroupOf(names.Mentions[at]) is >= 0 and var group)
                {
                    list.Add(names.Mentions[at], kinds[group]);
                }
            }

            MetricNames.Find(text.ViewOf(i), i, list);
        }

        return list;
    }

    // A measure is no method, whoever introduces it, and neither is a problem.
    private static void Correct(TokenizedText text, NameGroups names, NameKind[] kinds)
    {
        foreach (var mention in names.Mentions)
        {
            var view = text.ViewOf(mention.Sentence);
            if (kinds.Length > 0 && view.Is(mention.Next - 1, Lexicon.Names.TaskNouns) && names.GroupOf(mention) is >= 0 and var task)
            {
                kinds[task] = NameKind.Other;
            }
            else if (names.GroupOf(mention) is >= 0 and var group && kinds[group] != NameKind.Dataset && MetricNames.IsMeasure(view, mention))
            {
                kinds[group] = NameKind.Metric;
                if (names.Groups[group].Partner is >= 0 and var partner)
                {
                    kinds[partner] = NameKind.Metric;
                }
            }
        }
    }
}
