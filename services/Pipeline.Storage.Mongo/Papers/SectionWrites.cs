using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Writes one stage's sections and completes revisions.</summary>
/// <remarks>
/// Reads where each paper stands, decides, and writes under the guard that it still stands there: section and completion
/// go in one statement, so of two stages that finish at once exactly one completes. Who was overtaken reads again.
/// </remarks>
internal sealed class SectionWrites<TSection>(IMongoCollection<BsonDocument> papers, Stage<TSection> stage)
    where TSection : class
{
    private const int MaxRounds = 100;

    private readonly SectionPlan<TSection> _plan = new(stage);
    private readonly BsonDocument _projection = PaperStanding.ProjectionWith(stage.Field);

    public async Task<IReadOnlyList<SectionOutcome>> SaveAsync(
        IReadOnlyList<SectionWrite<TSection>> writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        var outcomes = new SectionOutcome?[writes.Count];
        var open = Enumerable.Range(0, writes.Count).ToList();
        for (var round = 0; open.Count > 0; round++)
        {
            if (round == MaxRounds)
            {
                throw new MongoException($"Other writers changed {open.Count} papers {MaxRounds} times in a row.");
            }

            var steps = Plan(writes, open, await ReadAsync(open.Select(i => writes[i].PaperId), cancellationToken), outcomes);
            await WriteAsync(steps, outcomes, cancellationToken);
            open.RemoveAll(i => outcomes[i] is not null);
        }

        return outcomes!;
    }

    // Settles what needs no write. A second write to the same paper waits for the next round: it has to see the first.
    private List<(int Index, SectionStep Step)> Plan(
        IReadOnlyList<SectionWrite<TSection>> writes,
        List<int> open,
        Dictionary<string, PaperStanding> standings,
        SectionOutcome?[] outcomes)
    {
        var steps = new SortedDictionary<string, (int Index, SectionStep Step)>(StringComparer.Ordinal);
        foreach (var index in open)
        {
            var paperId = writes[index].PaperId;
            if (steps.ContainsKey(paperId))
            {
                continue;
            }

            var step = _plan.Decide(writes[index], standings.GetValueOrDefault(paperId));
            if (step.Write is null)
            {
                outcomes[index] = step.Outcome;
            }
            else
            {
                steps.Add(paperId, (index, step));
            }
        }

        // By key: writers that overlap meet in the same order.
        return [.. steps.Values];
    }

    private async Task<Dictionary<string, PaperStanding>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = await papers.Find(PaperFields.AnyOf("_id", ids.Distinct(StringComparer.Ordinal)))
            .Project(_projection)
            .ToListAsync(cancellationToken);
        return found.Select(document => new PaperStanding(document)).ToDictionary(paper => paper.Id, StringComparer.Ordinal);
    }

    private async Task WriteAsync(
        List<(int Index, SectionStep Step)> steps, SectionOutcome?[] outcomes, CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
        {
            return;
        }

        IReadOnlyList<BulkWriteError> errors = [];
        long matched;
        try
        {
            var result = await papers.BulkWriteAsync(
                steps.Select(s => s.Step.Write!), new BulkWriteOptions { IsOrdered = false }, cancellationToken);
            matched = result.MatchedCount;
        }
        catch (MongoBulkWriteException<BsonDocument> e) when (e.WriteConcernError is null
            && e.WriteErrors.All(error => WriteErrors.IsConflict(error) || WriteErrors.IsPermanent(error)))
        {
            errors = e.WriteErrors;
            matched = e.Result.MatchedCount;
        }

        foreach (var error in errors.Where(WriteErrors.IsPermanent))
        {
            outcomes[steps[error.Index].Index] = new(SectionState.Refused, Reason: $"MongoDB refused it: {error.Message}");
        }

        // Fewer matches than writes: some paper had moved on, and only reading again tells which.
        if (matched == steps.Count - errors.Count)
        {
            var failed = errors.Select(error => error.Index).ToHashSet();
            foreach (var (index, step) in steps.Where((_, i) => !failed.Contains(i)))
            {
                outcomes[index] = step.Outcome;
            }
        }
    }
}
