using Pipeline.Api.Topics;
using Pipeline.TopicClassifier.Classification;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>A taxonomy as a tree.</summary>
internal static class TaxonomyTree
{
    public static void Write(Screen screen, TopicLookup known)
    {
        var tree = new Tree(Markup.Escape(Screen.Safe(known.TaxonomyName))) { Guide = TreeGuide.Line };
        var nodes = new Dictionary<string, IHasTreeNodes>(StringComparer.Ordinal);
        foreach (var topic in TopicView.Of(known))
        {
            var above = topic.Parent is { } parent ? nodes[parent] : tree;
            nodes[topic.Id] = above.AddNode($"[bold]{Markup.Escape(Screen.Safe(topic.Id))}[/]  {Markup.Escape(Screen.Safe(topic.Name))}");
        }

        screen.Write(tree);
    }
}
