using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>The mentions of a text, those of one name together.</summary>
internal sealed class NameGroups
{
    // An abstract has some twenty; more would only be noise, and work.
    private const int Most = 256;

    private readonly Dictionary<uint, int> _groups = [];
    private readonly List<NameGroup> _list = [];

    private NameGroups(List<NameMention> mentions) => Mentions = mentions;

    /// <summary>All mentions, in order and disjoint.</summary>
    public List<NameMention> Mentions { get; }

    /// <summary>The names, by their first mention.</summary>
    public IReadOnlyList<NameGroup> Groups => _list;

    /// <summary>Reads a text.</summary>
    public static NameGroups Read(TokenizedText text)
    {
        var reader = new MentionReader(text);
        reader.Read();
        var groups = new NameGroups(reader.Mentions);
        groups.Group(reader.Pairs);
        return groups;
    }

    /// <summary>Index of the mention's name in <see cref="Groups"/>; -1 when it is none.</summary>
    public int GroupOf(NameMention mention) => _groups.GetValueOrDefault(mention.Key, -1);

    private void Group(List<(uint Long, uint Acronym)> pairs)
    {
        foreach (var mention in Mentions)
        {
            if (!mention.Has(NameCue.Initial) && _list.Count < Most && _groups.TryAdd(mention.Key, _list.Count))
            {
                _list.Add(new(mention.Key));
            }
        }

        foreach (var mention in Mentions)
        {
            if (GroupOf(mention) is >= 0 and var group)
            {
                _list[group].Mentions++;
                _list[group].Cues |= mention.Cues;
            }
        }

        foreach (var (written, acronym) in pairs)
        {
            if (_groups.TryGetValue(written, out var first) && _groups.TryGetValue(acronym, out var second) && first != second)
            {
                _list[first].Partner = second;
                _list[second].Partner = first;
            }
        }
    }
}

/// <summary>One name of a text.</summary>
internal sealed class NameGroup(uint key)
{
    /// <summary>Its <see cref="NameHash"/>.</summary>
    public uint Key { get; } = key;

    /// <summary>How often it stands there.</summary>
    public int Mentions { get; set; }

    /// <summary>What rules say of any of its mentions.</summary>
    public NameCue Cues { get; set; }

    /// <summary>Index of its acronym or written-out form; -1 when there is none.</summary>
    public int Partner { get; set; } = -1;
}
