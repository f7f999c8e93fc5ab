namespace Pipeline.TopicClassifier.Classification;

/// <summary>What makes the aliases of a taxonomy lead to one topic each.</summary>
internal static class TopicAliases
{
    /// <exception cref="TaxonomyException">An alias is empty, given twice, or the id of a topic.</exception>
    public static void Check(IReadOnlyList<TopicDefinition> topics)
    {
        var ids = new Dictionary<string, string>(topics.Count, StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            Add(topic.Id, ids);
        }

        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            foreach (var alias in topic.Aliases)
            {
                Check(topic.Id, alias, ids, aliases);
            }
        }
    }

    // Ids that differ in case or signs only would be one to whoever types them.
    private static void Add(string id, Dictionary<string, string> ids)
    {
        var key = TopicKey.Of(id);
        if (key.Length == 0)
        {
            throw new TaxonomyException($"Topic {id}: the id has no letter or digit.");
        }

        if (!ids.TryAdd(key, id))
        {
            throw new TaxonomyException($"Topic {id}: its id differs from {ids[key]} in case or signs only.");
        }
    }

    private static void Check(string topic, string alias, Dictionary<string, string> ids, Dictionary<string, string> aliases)
    {
        var key = TopicKey.Of(alias);
        if (key.Length == 0)
        {
            throw new TaxonomyException($"Topic {topic}: the alias \"{alias}\" has no letter or digit.");
        }

        if (ids.TryGetValue(key, out var owner))
        {
            throw new TaxonomyException($"Topic {topic}: the alias \"{alias}\" is the id of {(owner == topic ? "the topic itself" : owner)}.");
        }

        if (!aliases.TryAdd(key, topic))
        {
            throw new TaxonomyException(aliases[key] == topic
                ? $"Topic {topic}: the alias \"{alias}\" is given twice."
                : $"Topic {topic}: the alias \"{alias}\" belongs to {aliases[key]} already.");
        }
    }
}
