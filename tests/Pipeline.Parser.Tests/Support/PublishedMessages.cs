using System.Collections.Concurrent;
using MassTransit;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Keeps every published message, copies included, in the order they were published.</summary>
internal sealed class PublishedMessages : IPublishObserver
{
    private readonly ConcurrentQueue<(object Message, Guid? Id)> _published = [];

    public IReadOnlyList<T> Of<T>() => [.. _published.Select(p => p.Message).OfType<T>()];

    public IReadOnlyList<Guid?> IdsOf<T>() => [.. _published.Where(p => p.Message is T).Select(p => p.Id)];

    /// <summary>Forgets what was published so far.</summary>
    public void Clear() => _published.Clear();

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class
    {
        _published.Enqueue((context.Message, context.MessageId));
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
