using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Names in a row: "on A, B and C".</summary>
/// <param name="First">First token of the first.</param>
/// <param name="Next">One past the last token of the last.</param>
/// <param name="BesideDataset">"datasets" or the like stands next to one of them.</param>
/// <param name="Known">The strongest that is known of one of the others, -8 to 8.</param>
internal readonly record struct NameChain(int First, int Next, bool BesideDataset, int Known)
{
    private const int LongestLink = 3;

    /// <summary>One past the last mention of the row that begins at a mention.</summary>
    public static int End(TokenView view, List<NameMention> mentions, int first)
    {
        var end = first + 1;
        while (end < mentions.Count && mentions[end].Sentence == mentions[first].Sentence && AreLinked(view, mentions[end - 1].Next, mentions[end].First))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether only commas and the like stand between two places.</summary>
    public static bool AreLinked(TokenView view, int from, int to)
    {
        if (from == to || to - from > LongestLink)
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (!view.Is(i, Lexicon.ListLinks) && !view.Is(i, '/'))
            {
                return false;
            }
        }

        return true;
    }
}
