using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Learning.Topics;

/// <summary>Finds topics by their names and how deep they stand.</summary>
internal sealed class TopicLevels
{
    private readonly Dictionary<string, TopicDefinition> _topics;
    private readonly ILookup<(int Level, string Name), TopicDefinition> _named;

    public TopicLevels(Taxonomy taxonomy)
    {
        _topics = taxonomy.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        _named = taxonomy.Topics.ToLookup(topic => (LevelOf(topic), topic.Name));
    }

    public bool Has(string id) => _topics.ContainsKey(id);

    /// <summary>The ids of names given level by level; a name that is no topic stays as it is.</summary>
    public IReadOnlyList<string> Ids(IReadOnlyList<string>[] levels)
    {
        var ids = new List<string>();
        for (var level = 0; level < levels.Length; level++)
        {
            foreach (var name in levels[level])
            {
                // Where two topics have the name, the one whose parent the paper has too.
                var named = _named[(level, name)].ToList();
                ids.Add((named.Find(topic => topic.Parent is { } parent && ids.Contains(parent)) ?? named.FirstOrDefault())?.Id ?? name);
            }
        }

        return ids;
    }

    private int LevelOf(TopicDefinition topic) => topic.Parent is { } parent ? 1 + LevelOf(_topics[parent]) : 0;
}
