namespace Pipeline.TopicClassifier.Classification;

/// <summary>Finds the topics of a taxonomy by what people call them.</summary>
public sealed class TopicLookup
{
    private readonly Taxonomy _taxonomy;
    private readonly Dictionary<string, TopicDefinition> _byKey = new(StringComparer.Ordinal);
    private readonly ILookup<string, TopicDefinition> _byParent;

    /// <summary>Prepares a taxonomy. An id comes before an alias, an alias before a name; a name that two topics share finds none.</summary>
    public TopicLookup(Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        _taxonomy = taxonomy;
        _byParent = taxonomy.Topics.ToLookup(topic => topic.Parent ?? "", StringComparer.Ordinal);
        foreach (var topic in taxonomy.Topics)
        {
            _byKey.TryAdd(TopicKey.Of(topic.Id), topic);
        }

        foreach (var (alias, topic) in taxonomy.Topics.SelectMany(topic => topic.Aliases.Select(alias => (alias, topic))))
        {
            _byKey.TryAdd(TopicKey.Of(alias), topic);
        }

        foreach (var group in taxonomy.Topics.GroupBy(topic => TopicKey.Of(topic.Name), StringComparer.Ordinal).Where(group => group.Count() == 1))
        {
            _byKey.TryAdd(group.Key, group.First());
        }
    }

    /// <summary>The topic with this id, alias or name; case and signs do not count.</summary>
    /// <returns>Null when none is called so.</returns>
    public TopicDefinition? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byKey.GetValueOrDefault(TopicKey.Of(name));
    }

    /// <summary>Ids of a topic and of all that stand below it, in the order of the tree.</summary>
    public IReadOnlyList<string> Under(TopicDefinition topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var ids = new List<string>();
        var open = new Stack<string>([topic.Id]);
        while (open.TryPop(out var id))
        {
            ids.Add(id);
            foreach (var child in Children(id).Reverse())
            {
                open.Push(child.Id);
            }
        }

        return ids;
    }

    /// <summary>Topics right below one; those at the top for null. In the order of the file.</summary>
    public IEnumerable<TopicDefinition> Children(string? id) => _byParent[id ?? ""];

    /// <summary>Ids of the topics whose ids, aliases or names are most like a text, best first.</summary>
    public IReadOnlyList<string> Nearest(string name, int count)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = TopicKey.Of(name);
        return [.. _byKey
            .Select(known => (known.Value.Id, Likeness: NameLikeness.Of(key, known.Key)))
            .Where(known => known.Likeness >= NameLikeness.Worth)
            .GroupBy(known => known.Id, StringComparer.Ordinal)
            .Select(group => (Id: group.Key, Best: group.Max(known => known.Likeness)))
            .OrderByDescending(known => known.Best)
            .ThenBy(known => known.Id, StringComparer.Ordinal)
            .Take(count)
            .Select(known => known.Id)];
    }

    /// <summary>Name of the taxonomy.</summary>
    public string TaxonomyName => _taxonomy.Name;
}
