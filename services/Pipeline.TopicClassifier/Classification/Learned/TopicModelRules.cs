namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>What makes the content of a model usable.</summary>
internal static class TopicModelRules
{
    /// <exception cref="TopicModelException">A label is given twice or is empty, a number is out of range, or the n-grams are out of order.</exception>
    public static void Check(TopicModelContent content)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < content.Labels.Length; i++)
        {
            var label = content.Labels[i];
            Check(label.Length > 0 && seen.Add(label), $"the topic '{label}' is empty or given twice");
            Check(float.IsFinite(content.Scales[i]) && content.Scales[i] > 0, $"the scale of {label} is no positive number");
            Check(float.IsFinite(content.Biases[i]), $"the bias of {label} is no number");
            Check(content.Thresholds[i] is > 0 and <= 1, $"the threshold of {label} is not within 0 to 1");
        }

        for (var i = 0; i < content.Keys.Length; i++)
        {
            Check(i == 0 || content.Keys[i] > content.Keys[i - 1], "its n-grams are out of order");
            Check(Half.IsFinite(content.Rarities[i]) && content.Rarities[i] > (Half)0, "the rarity of an n-gram is no positive number");
        }
    }

    /// <summary>Whether a model and a taxonomy belong together.</summary>
    /// <exception cref="TopicModelException">They do not; names what differs.</exception>
    public static void CheckFits(TopicModel model, Taxonomy taxonomy)
    {
        Check(model.Taxonomy == taxonomy.Name, $"it was made for the taxonomy '{model.Taxonomy}', not for '{taxonomy.Name}'");
        var known = taxonomy.Topics.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        var missing = model.Labels.FirstOrDefault(label => !known.Contains(label));
        Check(missing is null, $"it knows the topic '{missing}', which the taxonomy '{taxonomy.Name}' does not have");
    }

    private static void Check(bool holds, string problem)
    {
        if (!holds)
        {
            throw new TopicModelException(problem);
        }
    }
}
