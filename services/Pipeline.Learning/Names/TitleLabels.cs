using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.Learning.Names;

/// <summary>Labels names without a person: a title "X: ..." tells what the paper introduces, other papers tell the rest.</summary>
internal sealed class TitleLabels
{
    private const int LongestName = 40;
    private const int SurelyDataset = 5;
    private const int SurelyNone = -4;

    private static readonly string[] DataWords = ["dataset", "benchmark", "corpus", "leaderboard", "treebank", "testbed"];

    private readonly HashSet<uint> _names = [];

    /// <summary>Remembers what a paper introduces: elsewhere it is somebody else's.</summary>
    public void Add(string title)
    {
        if (Lead(title) is { } name)
        {
            _names.Add(NameHash.OfName(name));
        }
    }

    /// <summary>A label for each group, null where nothing tells.</summary>
    public NameKind?[] Of(string title, NamedText text, NameModel model)
    {
        var labels = new NameKind?[text.Names.Groups.Count];
        var lead = Lead(title) is { } name ? NameHash.OfName(name) : (uint?)null;
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = text.Names.Groups[i].Key == lead ? Own(title, text, i) : Foreign(text.Names.Groups[i], model);
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (text.Names.Groups[i].Key == lead && text.Names.Groups[i].Partner is >= 0 and var partner)
            {
                labels[partner] = labels[i];
            }
        }

        return labels;
    }

    /// <summary>The name that a title begins with: "X: ..."; null when it begins otherwise.</summary>
    public static string? Lead(string title)
    {
        var end = title.IndexOf(": ", StringComparison.Ordinal);
        return end is > 1 and < LongestName && title.AsSpan(0, end).Count(' ') < 3 && title.AsSpan(0, end).ContainsAnyInRange('A', 'Z') ? title[..end].Trim() : null;
    }

    private static NameKind? Own(string title, NamedText text, int group)
    {
        var saysTitle = DataWords.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)) || Lead(title)!.EndsWith("bench", StringComparison.OrdinalIgnoreCase);
        var saysAbstract = false;
        var isApposed = false;
        foreach (var mention in text.Names.Mentions.Where(mention => text.Names.GroupOf(mention) == group))
        {
            saysAbstract |= mention.Has(NameCue.BesideDataset);
            isApposed |= NameFeatures.IsApposedDataset(text.Tokens.ViewOf(mention.Sentence), mention.Next);
        }

        return isApposed || (saysTitle && saysAbstract) ? NameKind.Dataset : saysTitle || saysAbstract ? null : NameKind.Method;
    }

    private NameKind? Foreign(NameGroup group, NameModel model)
        => model.Known(group.Key) switch
        {
            >= SurelyDataset => NameKind.Dataset,
            <= SurelyNone => NameKind.Other,
            <= 0 when _names.Contains(group.Key) => NameKind.Other,
            _ => null,
        };
}
