namespace Pipeline.TopicClassifier.Classification;

/// <summary>What makes the parents of a taxonomy a tree.</summary>
internal static class TopicTree
{
    /// <exception cref="TaxonomyException">An id is given twice, a parent does not exist, or parents form a circle.</exception>
    public static void Check(IReadOnlyList<TopicDefinition> topics)
    {
        var parents = new Dictionary<string, string?>(topics.Count, StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            if (!parents.TryAdd(topic.Id, topic.Parent))
            {
                throw new TaxonomyException($"Topic {topic.Id} is given twice.");
            }
        }

        // What is known to reach the top is not walked again, so the whole check is linear.
        var rooted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            rooted.UnionWith(WalkUp(topic.Id, parents, rooted));
        }
    }

    private static HashSet<string> WalkUp(string from, Dictionary<string, string?> parents, HashSet<string> rooted)
    {
        var path = new HashSet<string>(StringComparer.Ordinal);
        for (var id = from; id is not null && !rooted.Contains(id);)
        {
            if (!path.Add(id))
            {
                throw new TaxonomyException($"Topic {from}: its parents form a circle through {id}.");
            }

            var parent = parents[id];
            if (parent is not null && !parents.ContainsKey(parent))
            {
                throw new TaxonomyException($"Topic {id}: the parent {parent} does not exist.");
            }

            id = parent;
        }

        return path;
    }
}
