using Pipeline.Api.Tests.Support;

namespace Pipeline.Api.Tests.Papers;

public sealed class GetHistoryTests
{
    [Fact]
    public async Task History_TellsEveryStage_TheNewestLast()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);

        var entries = (await api.ReadAsync("/papers/arxiv%3A2603.00001/history")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["parsed", "extracted", "classified", "enriched"], entries.Select(entry => entry.Text("outcome")));
    }

    [Fact]
    public async Task History_OfNoPaper_IsNotThere()
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync("/papers/doi%3A10.1%2Fx/history");

        await JsonText.ProblemAsync(response, 404, "not-found");
    }
}
