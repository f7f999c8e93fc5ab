using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Timelines in memory, which can be taken away.</summary>
internal sealed class FakeTimelines : ITimelineStore
{
    private volatile bool _away;
    private int _refused;

    /// <summary>Whether nothing can be added.</summary>
    public bool Away
    {
        get => _away;
        set => _away = value;
    }

    /// <summary>How often something was to be added while nothing could.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>What was added.</summary>
    public ConcurrentQueue<TimelineNote> Notes { get; } = [];

    public Task<IReadOnlyList<TimelineEntry>?> FindAsync(string key, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<TimelineEntry>?>([.. Notes.Where(note => note.PaperId == key).Select(note => note.Entry)]);

    public Task AppendAsync(IReadOnlyList<TimelineNote> notes, CancellationToken cancellationToken)
    {
        if (Away)
        {
            Interlocked.Increment(ref _refused);
            throw new TimeoutException("The timelines are away.");
        }

        foreach (var note in notes)
        {
            Notes.Enqueue(note);
        }

        return Task.CompletedTask;
    }
}
