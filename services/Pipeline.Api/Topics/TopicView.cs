using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Topics;

/// <summary>A topic of a taxonomy. Parents come before their children.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">Id of the topic above it; null at the top.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Aliases">Other names.</param>
public sealed record TopicView(string Id, string Name, string? Parent, string Description, IReadOnlyList<string> Aliases)
{
    /// <summary>Every topic of a taxonomy.</summary>
    public static IEnumerable<TopicView> Of(TopicLookup known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Children(null)
            .SelectMany(root => known.Under(root))
            .Select(id => known.Find(id)!)
            .Select(topic => new TopicView(topic.Id, topic.Name, topic.Parent, topic.Description, topic.Aliases));
    }
}
