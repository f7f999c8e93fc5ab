using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Finds names next to "dataset", "benchmark" and the like.</summary>
internal static class DatasetNames
{
    private const int LongestList = 12;
    private const int LongestName = 4;

    /// <summary>Names as tokens from and up to, in order and disjoint.</summary>
    public static List<(int First, int Next)> Find(TokenView view)
    {
        var names = new List<(int First, int Next)>();
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Is(i, Lexicon.Names.DatasetNouns))
            {
                AddBefore(view, i, names);
                AddBehind(view, i + 1, names);
            }
        }

        return Disjoint(names);
    }

    // "the CIFAR-10 dataset", "WikiText-103 and Web datasets".
    private static void AddBefore(TokenView view, int noun, List<(int First, int Next)> names)
    {
        var next = noun;
        for (var count = 0; count < LongestList; count++)
        {
            var first = next;
            for (var chunks = 0; chunks < LongestName && first > 0; chunks++)
            {
                var start = NameReader.ChunkStart(view, first);
                if (start == first || !NameReader.IsCapitalised(view, start) || (start == 0 && !NameReader.IsDistinct(view, 0)))
                {
                    break;
                }

                first = start;
            }

            if (first == next)
            {
                return;
            }

            names.Add((first, next));
            next = first - 1;
            while (view.Is(next - 1, Lexicon.ListLinks))
            {
                next--;
            }

            if (!view.Is(first - 1, Lexicon.ListLinks) || !NameReader.IsDistinct(view, NameReader.ChunkStart(view, Math.Max(1, next))))
            {
                return;
            }
        }
    }

    // "benchmarks such as MMLU, MTBench, and Open LLM Leaderboard".
    private static void AddBehind(TokenView view, int at, List<(int First, int Next)> names)
    {
        var next = at < view.Count ? Lexicon.Names.ListOpenings.Match(view.Tokens, at, out _) : -1;
        for (var count = 0; next >= 0 && count < LongestList; count++)
        {
            var run = NameReader.RunEnd(view, next);
            if (run == next)
            {
                return;
            }

            names.Add((next, run));
            if (!view.Is(run, Lexicon.ListLinks))
            {
                return;
            }

            next = run + 1;
            while (view.Is(next, Lexicon.ListLinks))
            {
                next++;
            }
        }
    }

    private static List<(int First, int Next)> Disjoint(List<(int First, int Next)> names)
    {
        names.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Next.CompareTo(a.Next));
        var result = new List<(int First, int Next)>(names.Count);
        foreach (var name in names)
        {
            if (result.Count == 0 || name.First >= result[^1].Next)
            {
                result.Add(name);
            }
        }

        return result;
    }
}
