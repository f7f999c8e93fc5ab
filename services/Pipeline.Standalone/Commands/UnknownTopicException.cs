using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary>A person named a topic that the taxonomy does not have; the message names those that come near.</summary>
internal sealed class UnknownTopicException(string message) : Exception(message);

/// <summary>Topics as people name them on the command line.</summary>
internal static class TopicNaming
{
    private const int Shown = 3;

    /// <summary>The topic of this id, alias or name.</summary>
    /// <param name="known">Topics of the taxonomy in use.</param>
    /// <param name="option">Option that the name was given to.</param>
    /// <param name="name">What the person typed.</param>
    /// <exception cref="UnknownTopicException">None is called so.</exception>
    public static TopicDefinition Get(this TopicLookup known, string option, string name)
    {
        if (known.Find(name) is { } topic)
        {
            return topic;
        }

        var nearest = known.Nearest(name, Shown).Select(id => known.Find(id)!).Select(near => $"{near.Id} ({near.Name})");
        var hint = string.Join(", ", nearest) is { Length: > 0 } list ? $"nearest: {list}" : "see: topics taxonomy";
        throw new UnknownTopicException($"{option}: the taxonomy {known.TaxonomyName} has no topic {Screen.Safe(name)}; {hint}");
    }
}
