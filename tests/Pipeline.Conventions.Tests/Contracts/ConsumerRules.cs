using System.Text.Json;
using MassTransit;

namespace Pipeline.Conventions.Tests.Contracts;

/// <summary>A consumer's name is its queue's name.</summary>
internal static class ConsumerRules
{
    private const string Suffix = "Consumer";

    public static IEnumerable<string> WronglyNamed(IEnumerable<Type> consumers)
        => consumers.Select(type => type.Name).Where(name => !name.EndsWith(Suffix, StringComparison.Ordinal));

    /// <summary>Names that two services share: they would take each other's messages out of one queue.</summary>
    public static IEnumerable<string> SharedQueues(IEnumerable<Type> consumers)
        => consumers.Select(Queue).GroupBy(queue => queue, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>
    /// Queues named as a message's exchange. A queue has an exchange of its own name, so the message would go into that
    /// queue whoever consumes it; and an exchange bound to itself stops the in-memory bus at its start.
    /// </summary>
    public static IEnumerable<string> NamedAsAnExchange(IEnumerable<Type> consumers, IEnumerable<string> exchanges)
        => consumers.Select(Queue).Intersect(exchanges, StringComparer.Ordinal);

    public static bool IsConsumer(Type type) => type is { IsClass: true, IsAbstract: false } && typeof(IConsumer).IsAssignableFrom(type);

    private static string Queue(Type consumer)
        => JsonNamingPolicy.KebabCaseLower.ConvertName(
            consumer.Name.EndsWith(Suffix, StringComparison.Ordinal) ? consumer.Name[..^Suffix.Length] : consumer.Name);
}
