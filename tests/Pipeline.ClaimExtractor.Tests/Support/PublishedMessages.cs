using System.Threading.Channels;
using MassTransit;

namespace Pipeline.ClaimExtractor.Tests.Support;

/// <summary>Keeps every published message, copies included, in the order they were published.</summary>
internal sealed class PublishedMessages : IPublishObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<(object Message, Guid? Id)> _published = Channel.CreateUnbounded<(object, Guid?)>();

    /// <summary>Waits for the next message of a type; passes over all before it.</summary>
    public async Task<(T Message, Guid? Id)> NextAsync<T>()
    {
        while (true)
        {
            var (message, id) = await _published.Reader.ReadAsync(TestContext.Current.CancellationToken)
                .AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (message is T wanted)
            {
                return (wanted, id);
            }
        }
    }

    /// <summary>What nobody has waited for yet.</summary>
    public IReadOnlyList<T> Rest<T>()
    {
        List<T> rest = [];
        while (_published.Reader.TryRead(out var published))
        {
            if (published.Message is T wanted)
            {
                rest.Add(wanted);
            }
        }

        return rest;
    }

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public async Task PostPublish<T>(PublishContext<T> context)
        where T : class => await _published.Writer.WriteAsync((context.Message, context.MessageId));

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
