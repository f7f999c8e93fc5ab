using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Contract;

/// <summary>What tests of selections share.</summary>
public abstract class SelectionSteps : StoreContract
{
    protected static PaperSelection ByClaims { get; } = new() { Stage = EnrichmentStage.Claims };

    protected static PaperSelection ByTopics { get; } = new() { Stage = EnrichmentStage.Topics };

    protected static string Key(int number) => Some.Paper(number).Id;

    protected async Task AssertFindsAsync(PaperSelection selection, params IReadOnlyList<int> numbers)
    {
        var found = await Reprocessing.FindPapersAsync(selection, after: null, limit: 100, Token);
        Assert.Equal(numbers.Select(Key), found.Select(paper => paper.Id));
        Assert.Equal(numbers.Count, await Reprocessing.CountPapersAsync(selection, Token));
    }
}
