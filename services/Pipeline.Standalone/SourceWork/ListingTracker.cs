using System.Collections.Concurrent;
using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Standalone.SourceWork;

/// <summary>Keeps which listings were handed to the Parser in this process, so that a run can be followed to its papers.</summary>
internal sealed class ListingTracker : IPublishObserver
{
    private readonly ConcurrentDictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>Listings of a source, each once. A directory's files are sources of their own, below its id.</summary>
    public IReadOnlyList<string> Of(string sourceId)
        => [.. _sources
            .Where(listing => listing.Value == sourceId || listing.Value.StartsWith($"{sourceId}/", StringComparison.Ordinal))
            .Select(listing => listing.Key)];

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        // Before it is sent: when the run has ended, every listing of it is known here.
        if (context.Message is ListingFetched listing)
        {
            _sources[listing.ListingId] = listing.SourceId;
        }

        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
