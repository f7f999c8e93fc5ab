using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>Drops unsure learned topics of a paper in which terms of another field were found.</summary>
/// <remarks>
/// A learned score starts from how common a topic is among the papers it was learned from. Of a paper of physics that says
/// nothing, so there a topic of computer science has to be much likelier than not.
/// </remarks>
internal sealed class OtherFields
{
    // Costs nothing on dev, where one paper in sixty has a subject of another field.
    private const double Likely = 0.65;

    private readonly Dictionary<string, string> _fields;

    /// <summary>Prepares a taxonomy.</summary>
    public OtherFields(Taxonomy taxonomy)
    {
        var parents = taxonomy.Topics.ToDictionary(topic => topic.Id, topic => topic.Parent, StringComparer.Ordinal);
        _fields = taxonomy.Topics.ToDictionary(topic => topic.Id, topic => Top(topic.Id, parents), StringComparer.Ordinal);
    }

    /// <summary>Drops from the topics those of the first <paramref name="learned"/> that another field makes unlikely.</summary>
    public void Drop(List<TopicAssignment> topics, int learned)
    {
        for (var at = learned - 1; at >= 0; at--)
        {
            if (topics[at].Score < Likely && HasOther(topics, learned, _fields[topics[at].Id]))
            {
                topics.RemoveAt(at);
                learned--;
            }
        }
    }

    private bool HasOther(List<TopicAssignment> topics, int from, string field)
    {
        for (var at = from; at < topics.Count; at++)
        {
            if (_fields[topics[at].Id] != field)
            {
                return true;
            }
        }

        return false;
    }

    private static string Top(string id, Dictionary<string, string?> parents)
    {
        while (parents[id] is { } parent)
        {
            id = parent;
        }

        return id;
    }
}
