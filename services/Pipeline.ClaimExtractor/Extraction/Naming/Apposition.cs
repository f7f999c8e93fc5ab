using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Reads what the words around a name call it.</summary>
internal static class Apposition
{
    private const int Reach = 14;

    /// <summary>What the words behind call it: "X, a large benchmark of", "X (XY), the first dataset", "X is a framework".</summary>
    public static NameCue Behind(TokenView view, int at)
    {
        at = NameReader.Behind(view, at);
        if (view.Is(at, '('))
        {
            at = NameReader.Behind(view, PastBracket(view, at));
        }

        var opens = view.Is(at, ':') || ((view.Mark(at) is ',' or '—' || view.Of(at) is "is" or "are") && view.Is(at + 1, Lexicon.Articles));
        var found = NameCue.None;
        for (var i = at + 1; opens && i < view.Count && i <= at + Reach; i++)
        {
            if (view.Is(i, Lexicon.Names.DescriptionEnds) || (view.Is(i, TokenKind.Mark) && !view.IsJoint(i) && view.Mark(i) != ','))
            {
                break;
            }

            found = Noun(view, i) switch { 1 => NameCue.CalledMethod, 2 => NameCue.CalledDataset, 3 => NameCue.CalledTask, _ => found };
        }

        return found;
    }

    /// <summary>Whether "datasets" stands before a name or a list: "four datasets, A, B", "the benchmark A".</summary>
    public static bool IsAfterDataset(TokenView view, int first)
    {
        var before = NameReader.Before(view, first - 1);
        for (var i = 0; i < 2 && (view.Mark(before) is ',' or ':' or '(' or '-' or '–' or '—' || view.Is(before, Lexicon.Names.ListLeads)); i++)
        {
            before = NameReader.Before(view, before - 1);
        }

        before = view.Mark(NameReader.Before(view, first - 1)) is ':' or '-' or '–' or '—' ? BehindMany(view, before) : before;

        // "on the ImageNet dataset, X improves": that data set has its name.
        return view.Is(before, Lexicon.Names.DatasetNouns) && !NameReader.IsCapitalised(view, before - 1);
    }

    // "benchmarks with many tasks -- A, B": more may be said of them before the list opens.
    private static int BehindMany(TokenView view, int at)
    {
        for (var i = at; i > 0 && i > at - Reach && (view.Is(i, TokenKind.Word) || view.IsJoint(i)); i--)
        {
            if (view.Is(i, Lexicon.Names.DatasetNouns) && view.Of(i) is [.., 's'])
            {
                return i;
            }
        }

        return at;
    }

    /// <summary>Whether "on" leads to a name: "on A", "on the A".</summary>
    public static bool IsTriedOn(TokenView view, int first)
    {
        var before = NameReader.Before(view, first - 1);
        return view.Is(view.Is(before, Lexicon.Articles) ? before - 1 : before, Lexicon.Names.TrialWords);
    }

    /// <summary>What kind of noun stands there: 1 a method, 2 a data set, 3 a task, 0 none of them.</summary>
    public static uint Noun(TokenView view, int at)
        => view.Is(at, Lexicon.Names.DatasetNouns) ? 2u : view.Is(at, Lexicon.Names.MethodNouns) ? 1u : view.Is(at, Lexicon.Names.TaskNouns) ? 3u : 0;

    private static int PastBracket(TokenView view, int open)
    {
        var close = open + 1;
        while (close < view.Count && close < open + Reach && !view.Is(close, ')'))
        {
            close++;
        }

        return close + 1;
    }
}
