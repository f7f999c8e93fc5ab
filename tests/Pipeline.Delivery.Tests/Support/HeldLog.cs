using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Delivery.Tests.Support;

/// <summary>A change log in which reading for one source takes until a test lets it.</summary>
internal sealed class HeldLog(IChangeLog log) : IChangeLog
{
    /// <summary>The source that is held.</summary>
    public const string Source = "held";

    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _held.TrySetResult();

    public async Task<ChangePage> ReadAsync(long after, ChangeFilter filter, int limit, CancellationToken cancellationToken)
    {
        if (filter.Source == Source)
        {
            await _held.Task.WaitAsync(cancellationToken);
        }

        return await log.ReadAsync(after, filter, limit, cancellationToken);
    }

    public Task<IReadOnlyList<Change?>> AppendAsync(IReadOnlyList<NewChange> changes, CancellationToken cancellationToken) => log.AppendAsync(changes, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, Change?>> FindAsync(IReadOnlyList<Guid> eventIds, CancellationToken cancellationToken) => log.FindAsync(eventIds, cancellationToken);

    public Task<long> LastSequenceAsync(CancellationToken cancellationToken) => log.LastSequenceAsync(cancellationToken);

    public Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken) => log.TrimAsync(before, cancellationToken);
}
