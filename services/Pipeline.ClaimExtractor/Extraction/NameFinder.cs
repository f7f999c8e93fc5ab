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
        foreach (var mention in names.Mentions)
        {
            if (names.GroupOf(mention) is >= 0 and var group)
            {
                list.Add(mention, kinds[group]);
            }
        }

        MetricNames.Find(text, list);
        return list;
    }
}
