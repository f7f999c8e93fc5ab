using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Finds the names of introduced methods, of data sets and of measures.</summary>
internal static class NameFinder
{
    /// <summary>Reads all names of an abstract at once: where one stands is told by all places where it stands.</summary>
    /// <param name="text">The abstract.</param>
    /// <param name="sentences">What its sentences do.</param>
    public static NameList Find(TokenizedText text, IReadOnlyList<Sentence> sentences)
    {
        var names = NameGroups.Read(text);
        var kinds = NameClassifier.Classify(text, names, NameModel.Default);
        var list = new NameList(text);
        NameCorrections.Apply(text, sentences, names, kinds);
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
}
