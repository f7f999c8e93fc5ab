using System.Collections.Concurrent;
using MassTransit;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Keeps every published message, copies included, in the order they were published.</summary>
internal sealed class PublishedMessages : IPublishObserver
{
    private readonly ConcurrentQueue<object> _published = [];

    public IReadOnlyList<T> Of<T>() => [.. _published.OfType<T>()];

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class
    {
        _published.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
