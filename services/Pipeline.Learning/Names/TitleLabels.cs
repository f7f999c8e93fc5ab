using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.Learning.Names;

/// <summary>Labels names without a person: a title "X: ..." tells what the paper introduces, other papers tell the rest.</summary>
internal sealed class TitleLabels
{
    private const int LongestName = 40;
    private const int FirstOwnSentence = 3;
    private const NameCue Elsewhere = NameCue.BesideDataset | NameCue.AfterDataset | NameCue.CalledDataset | NameCue.CalledTask | NameCue.Introduced;
    private const int SurelyDataset = 5;
    private const int SurelyNone = -4;

    private static readonly string[] DataWords = ["dataset", "benchmark", "corpus", "leaderboard", "treebank", "testbed"];

    private static readonly string[] Places = ["on", "across", "from", "in", "and", ",", "the", "(", "including", "like"];

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

        if (Array.Exists(labels, label => label is NameKind.Method))
        {
            AddRare(text, model, labels);
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
        var cues = text.Names.Groups[group].Cues;
        var saysAbstract = (cues & (NameCue.BesideDataset | NameCue.AfterDataset)) != 0;
        return (cues & NameCue.CalledDataset) != 0 || (saysTitle && saysAbstract) ? NameKind.Dataset : saysTitle || saysAbstract ? null : NameKind.Method;
    }

    private NameKind? Foreign(NameGroup group, NameModel model)
        => model.Known(group.Key) switch
        {
            >= SurelyDataset => NameKind.Dataset,
            <= SurelyNone => NameKind.Other,
            <= 0 when _names.Contains(group.Key) => NameKind.Other,
            _ => null,
        };

    // What no other paper uses is told by where it stands: spelled out with its acronym after the field is told, it is a part of what
    // the paper introduces; before that it is a field or a task. What stands once, and not behind "on", is something to compare with.
    private static void AddRare(NamedText text, NameModel model, NameKind?[] labels)
    {
        foreach (var mention in text.Names.Mentions)
        {
            if (text.Names.GroupOf(mention) is not (>= 0 and var group) || labels[group] is not null || IsKnown(text, model, group)
                || ((text.Names.Groups[group].Cues | Partner(text, group)?.Cues) & Elsewhere) != 0)
            {
                continue;
            }

            if (mention.Has(NameCue.LongForm) && text.Names.Groups[group].Partner is >= 0 and var partner)
            {
                labels[group] = labels[partner] = mention.Sentence >= FirstOwnSentence ? NameKind.Method : mention.Sentence < FirstOwnSentence - 1 ? NameKind.Other : null;
            }
            else if (text.Names.Groups[group].Mentions == 1 && !Places.Contains(text.Tokens.ViewOf(mention.Sentence).Of(mention.First - 1).ToString()))
            {
                labels[group] = NameKind.Other;
            }
        }
    }

    private static bool IsKnown(NamedText text, NameModel model, int group)
        => model.IsKnown(text.Names.Groups[group].Key) || (Partner(text, group) is { } partner && model.IsKnown(partner.Key));

    private static NameGroup? Partner(NamedText text, int group)
        => text.Names.Groups[group].Partner is >= 0 and var partner ? text.Names.Groups[partner] : null;
}
