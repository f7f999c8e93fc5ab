using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Sources, pauses and answers in memory.</summary>
internal sealed class FakeSourceStore : ISourceStore
{
    private readonly ConcurrentDictionary<string, SourceDefinition> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _paused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Source, DateOnly Day), DayAnswer> _answers = new();

    public Task SaveAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        _sources[source.Id] = source;
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        _paused.TryRemove(id, out _);
        _since.TryRemove(id, out _);
        return Task.FromResult(_sources.TryRemove(id, out _));
    }

    public Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<SourceDefinition>>([.. _sources.Values.OrderBy(source => source.Id, StringComparer.Ordinal)]);

    public Task SetPausedAsync(string id, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        if (since is { } at)
        {
            _paused[id] = at;
        }
        else
        {
            _paused.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> ListPausedAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(new Dictionary<string, DateTimeOffset>(_paused, StringComparer.Ordinal));

    public Task<DateTimeOffset> KeepScheduledSinceAsync(string id, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult(_since.GetOrAdd(id, since));

    public Task SaveAnswersAsync(IReadOnlyList<DayAnswer> answers, CancellationToken cancellationToken)
    {
        foreach (var answer in answers)
        {
            _answers[(answer.SourceId, answer.Day)] = answer;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DayAnswer>> ListAnswersAsync(string sourceId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<DayAnswer>>([.. _answers.Values
            .Where(answer => answer.SourceId == sourceId && answer.Day >= first && answer.Day <= last)
            .OrderBy(answer => answer.Day)]);
}
