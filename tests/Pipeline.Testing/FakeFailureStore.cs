using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Testing;

/// <summary>A store of failed messages in memory, which can be taken away.</summary>
public sealed class FakeFailureStore : IFailureStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, FailedMessage> _entries = [];
    private volatile bool _away;

    /// <summary>Whether every call fails.</summary>
    public bool Away
    {
        get => _away;
        set => _away = value;
    }

    /// <summary>All entries, those that failed first first.</summary>
    public IReadOnlyList<FailedMessage> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Values.OrderBy(entry => entry.FirstFailedAt).ThenBy(entry => entry.Id)];
            }
        }
    }

    public Task<bool> TryCreateAsync(FailedMessage failure, CancellationToken cancellationToken) => Do(() => _entries.TryAdd(failure.Id, failure));

    public Task<FailedMessage?> FindAsync(Guid id, CancellationToken cancellationToken) => Do(() => _entries.GetValueOrDefault(id));

    public Task<bool> UpdateAsync(FailedMessage failure, CancellationToken cancellationToken) => Do(() =>
    {
        if (_entries.GetValueOrDefault(failure.Id)?.Sequence != failure.Sequence)
        {
            return false;
        }

        _entries[failure.Id] = failure with { Sequence = failure.Sequence + 1 };
        return true;
    });

    public Task<IReadOnlyList<FailedMessage>> TakeDueAsync(DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken)
        => Do<IReadOnlyList<FailedMessage>>(() =>
        {
            var due = _entries.Values
                .Where(entry => entry.State == FailureState.Waiting && entry.DueAt <= now)
                .OrderBy(entry => entry.DueAt).Take(limit).Select(entry => entry with { DueAt = now + hold }).ToList();
            due.ForEach(entry => _entries[entry.Id] = entry);
            return due;
        });

    public Task<long> TakeBackSentAsync(DateTimeOffset now, CancellationToken cancellationToken) => Do(() =>
    {
        var sent = _entries.Values.Where(entry => entry.State == FailureState.Sent).ToList();
        sent.ForEach(entry => _entries[entry.Id] = entry with { State = FailureState.Waiting, DueAt = now, Sequence = entry.Sequence + 1 });
        return (long)sent.Count;
    });

    public Task<IReadOnlyList<FailedMessage>> ListAsync(FailureQuery query, int limit, CancellationToken cancellationToken)
        => Do<IReadOnlyList<FailedMessage>>(() => [.. Matching(query).OrderByDescending(entry => entry.LastFailedAt).Take(limit).Select(entry => entry with { Body = [] })]);

    public Task<IReadOnlyList<Guid>> ListKeysAsync(FailureQuery query, Guid? after, int limit, CancellationToken cancellationToken)
        => Do<IReadOnlyList<Guid>>(() =>
        [
            .. Matching(query).Select(entry => entry.Id)
                .Where(id => after is not { } last || string.CompareOrdinal(id.ToString("D"), last.ToString("D")) > 0)
                .OrderBy(id => id.ToString("D"), StringComparer.Ordinal).Take(limit),
        ]);

    public Task<IReadOnlyList<FailureGroup>> GroupAsync(FailureQuery query, CancellationToken cancellationToken)
        => Do<IReadOnlyList<FailureGroup>>(() =>
        [
            .. Matching(query).GroupBy(entry => (entry.Stage, entry.Cause, entry.Group, entry.State)).Select(group => new FailureGroup
            {
                Stage = group.Key.Stage,
                Cause = group.Key.Cause,
                Group = group.Key.Group,
                State = group.Key.State,
                Count = group.Count(),
                Oldest = group.Min(entry => entry.FirstFailedAt),
                Newest = group.Max(entry => entry.LastFailedAt),
                Example = group.Min(entry => entry.Id),
            }),
        ]);

    public Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => Do(() => _entries.Values.Where(entry => entry.HasEnded && entry.DueAt < before).ToList().LongCount(entry => _entries.Remove(entry.Id)));

    public bool IsUnreachable(Exception exception) => exception is TimeoutException;

    private IEnumerable<FailedMessage> Matching(FailureQuery query) => _entries.Values.Where(entry =>
        (query.Ids.Count == 0 || query.Ids.Contains(entry.Id))
        && (query.States.Count == 0 || query.States.Contains(entry.State))
        && (query.Stage is null || query.Stage == entry.Stage)
        && (query.Cause is null || query.Cause == entry.Cause)
        && (query.Words is null || entry.Group.Contains(query.Words, StringComparison.Ordinal))
        && (query.Before is null || entry.LastFailedAt < query.Before));

    private Task<T> Do<T>(Func<T> work)
    {
        lock (_lock)
        {
            return Away ? Task.FromException<T>(new TimeoutException("The store is away.")) : Task.FromResult(work());
        }
    }
}
