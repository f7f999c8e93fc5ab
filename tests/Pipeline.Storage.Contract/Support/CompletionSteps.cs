using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>What tests of completions share.</summary>
public abstract class CompletionSteps : StoreContract
{
    protected static Completion Expected(UpsertOutcome paper, string by, int minutes) => new()
    {
        Revision = paper.Revision,
        ClaimsVersion = "cues/1",
        TopicsVersion = "terms/1+arxiv/1",
        By = by,
        At = Some.Time(minutes),
    };

    protected async Task AssertCompleteAsync(UpsertOutcome expected, Completion? completion)
    {
        var paper = await GetAsync(expected.PaperId);
        Assert.Equal((false, completion), (paper.Pending, paper.Enriched));
    }
}
