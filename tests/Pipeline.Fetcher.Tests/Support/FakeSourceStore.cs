using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Sources and answers in memory.</summary>
internal sealed class FakeSourceStore : ISourceStore
{
    private readonly Dictionary<string, SourceDefinition> _sources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, DayAnswer> _answers = [];

    /// <summary>Answers of all days, by day; a test has one source.</summary>
    public IReadOnlyList<DayAnswer> Answers => [.. _answers.Values];

    public Task SaveAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        _sources[source.Id] = source;
        return Task.CompletedTask;
    }

    /// <summary>Sources cannot be read, as when the store is away.</summary>
    public bool Away { get; set; }

    public Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken cancellationToken)
        => Away ? throw new IOException("The store is away.") : Task.FromResult<IReadOnlyList<SourceDefinition>>([.. _sources.Values.OrderBy(source => source.Id, StringComparer.Ordinal)]);

    public Task SaveAnswersAsync(IReadOnlyList<DayAnswer> answers, CancellationToken cancellationToken)
    {
        foreach (var answer in answers)
        {
            if (!_answers.TryGetValue(answer.Day, out var stored) || !stored.Complete || (answer.Complete && answer.At >= stored.At))
            {
                _answers[answer.Day] = answer;
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DayAnswer>> ListAnswersAsync(string sourceId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<DayAnswer>>(
            [.. _answers.Values.Where(answer => answer.SourceId == sourceId && answer.Day >= first && answer.Day <= last)]);

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetPausedAsync(string id, DateTimeOffset? since, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> ListPausedAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DateTimeOffset> KeepScheduledSinceAsync(string id, DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException();
}
