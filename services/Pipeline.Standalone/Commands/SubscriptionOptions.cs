using System.CommandLine;
using Pipeline.Delivery.Subscriptions;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary>Options that every new subscription takes: what it is called, and what it is told of.</summary>
internal sealed class SubscriptionOptions
{
    private readonly Option<string> _name = new("--name") { Description = "Name for people; no other subscription may have it.", HelpName = "NAME", Required = true };
    private readonly Option<string?> _source = new("--source") { Description = "Only papers that this source showed.", HelpName = "ID" };
    private readonly Option<bool> _json = SubscriptionArguments.Json();
    private readonly Option<string[]> _topics = new("--topic")
    {
        Description = "Only papers with this topic: its id, name or other name; a group stands for all its topics. Several are told of each.",
        HelpName = "TOPIC",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_name);
        command.Options.Add(_topics);
        command.Options.Add(_source);
        command.Options.Add(_json);
    }

    public bool Json(ParseResult result) => result.GetValue(_json);

    /// <summary>A request with these values, and neither webhook nor digest yet.</summary>
    /// <exception cref="UnknownTopicException">A topic is called otherwise.</exception>
    public SubscriptionRequest Read(ParseResult result, TopicLookup known) => new()
    {
        Name = result.GetRequiredValue(_name),
        Topics = [.. (result.GetValue(_topics) ?? []).SelectMany(name => known.Under(known.Get("--topic", name))).Distinct(StringComparer.Ordinal)],
        Source = result.GetValue(_source),
    };
}
