using Pipeline.TopicClassifier.Classification;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>A topic of a taxonomy: one line of <c>topics taxonomy --json</c>. Parents come before their children.</summary>
internal sealed record TaxonomyLine(string Id, string Name, string? Parent, string Description, IReadOnlyList<string> Aliases)
{
    public static IEnumerable<TaxonomyLine> Of(TopicLookup known)
        => known.Children(null)
            .SelectMany(root => known.Under(root))
            .Select(id => known.Find(id)!)
            .Select(topic => new TaxonomyLine(topic.Id, topic.Name, topic.Parent, topic.Description, topic.Aliases));
}

/// <summary>A taxonomy as a tree.</summary>
internal static class TaxonomyTree
{
    public static void Write(Screen screen, TopicLookup known)
    {
        var tree = new Tree(Markup.Escape(Screen.Safe(known.TaxonomyName))) { Guide = TreeGuide.Line };
        var nodes = new Dictionary<string, IHasTreeNodes>(StringComparer.Ordinal);
        foreach (var topic in TaxonomyLine.Of(known))
        {
            var above = topic.Parent is { } parent ? nodes[parent] : tree;
            nodes[topic.Id] = above.AddNode($"[bold]{Markup.Escape(Screen.Safe(topic.Id))}[/]  {Markup.Escape(Screen.Safe(topic.Name))}");
        }

        screen.Write(tree);
    }
}
