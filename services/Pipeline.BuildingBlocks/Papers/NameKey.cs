using System.Collections.Frozen;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>The key under which spellings of one data set, method or metric meet. Pure and total.</summary>
public static class NameKey
{
    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["the", "a", "an"], StringComparer.Ordinal);

    // Say what kind of thing a name names, and are left out as often as not.
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        [
            "dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "database", "databases", "suite", "suites",
            "leaderboard", "leaderboards", "testset", "testsets", "testbed", "testbeds", "metric", "metrics", "score", "scores",
        ],
        StringComparer.Ordinal);

    // What makes "set" or "split" behind it such a word too.
    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(
        ["data", "test", "dev", "development", "validation", "val", "train", "training", "evaluation", "eval"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Sets = FrozenSet.ToFrozenSet(["set", "sets", "split", "splits"], StringComparer.Ordinal);

    /// <summary>
    /// Letters and digits in lower case and <c>+</c>, without a leading article and without trailing words such as
    /// "dataset", unless these are all there is; a metric by the name most papers use.
    /// </summary>
    /// <returns>Empty only for a name without letter, digit and plus.</returns>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = NameLetters.Of(name);
        var key = WithoutGaps(WithoutKinds(WithoutArticle(letters)));
        return MetricNames.Usual(key);
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> name)
    {
        // A hyphen does not end an article: A-OKVQA starts with a letter, not with one.
        var end = name.IndexOf(NameLetters.Space);
        return end > 0 && IsIn(Articles, name[..end]) && HasLetters(name[end..]) ? name[(end + 1)..] : name;
    }

    private static ReadOnlySpan<char> WithoutKinds(ReadOnlySpan<char> name)
    {
        while (KindStart(name) is > 0 and var start && HasLetters(name[..start]))
        {
            name = TrimEnd(name[..start]);
        }

        return name;
    }

    /// <returns>Where the trailing word that names a kind starts; -1 when there is none.</returns>
    private static int KindStart(ReadOnlySpan<char> name)
    {
        var last = LastWord(name);
        if (IsIn(Kinds, name[last..]))
        {
            return IsScore(name[last..]) && MetricNames.KeepsScore(name[..last]) ? -1 : last;
        }

        if (!IsIn(Sets, name[last..]))
        {
            return -1;
        }

        var before = TrimEnd(name[..last]);
        var part = LastWord(before);
        return IsIn(Parts, before[part..]) ? part : -1;
    }

    private static int LastWord(ReadOnlySpan<char> name) => name.LastIndexOfAny(NameLetters.Space, NameLetters.Joint) + 1;

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> name) => name.TrimEnd([NameLetters.Space, NameLetters.Joint]);

    private static bool IsScore(ReadOnlySpan<char> word) => word.StartsWith("score");

    private static bool HasLetters(ReadOnlySpan<char> name) => name.ContainsAnyExcept(NameLetters.Space, NameLetters.Joint, '+');

    private static bool IsIn(FrozenSet<string> words, ReadOnlySpan<char> word)
        => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static string WithoutGaps(ReadOnlySpan<char> name)
    {
        Span<char> kept = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] is not (NameLetters.Space or NameLetters.Joint or NameLetters.Point) && !IsVersionMark(name, at))
            {
                kept[length++] = name[at];
            }
        }

        return new(kept[..length]);
    }

    // "SQuAD v1.1" is "SQuAD 1.1". Without a point the letter belongs to the name, as in YOLOv5.
    private static bool IsVersionMark(ReadOnlySpan<char> name, int at)
    {
        if (at == 0 || name[at] != 'v')
        {
            return false;
        }

        var digits = name[(at + 1)..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return end > 0 && digits[end] == NameLetters.Point;
    }
}
