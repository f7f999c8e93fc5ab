using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Chaos.Feeding;
using Pipeline.PoisonedClaims;

namespace Pipeline.Chaos.Tests.Feeding;

public sealed class FeedPlanTests
{
    [Fact]
    public void Plan_OfEqualSeeds_IsTheSame_ByteByByte()
    {
        Assert.Equal(Bytes(FeedPlan.Create(500, 3)), Bytes(FeedPlan.Create(500, 3)));
        Assert.NotEqual(Bytes(FeedPlan.Create(500, 3)), Bytes(FeedPlan.Create(500, 4)));
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(1_501, 1)]
    [InlineData(20_000, 2)]
    public void Plan_HasEveryPaperOnce_AndOneInAHundredOfEachKind(int papers, int killers)
    {
        var plan = FeedPlan.Create(papers, 5);

        Assert.Equal(papers, plan.Papers.Select(paper => paper.Id).Distinct().Count());
        Assert.Equal(papers / 100, plan.Papers.Count(paper => paper.Poison != Poison.None));
        Assert.Equal(killers, plan.Papers.Count(paper => paper.Poison == Poison.Killing));
        Assert.Equal(papers / 100, plan.Copies + plan.Changes);
        Assert.Equal(plan.Changes, plan.Papers.Count(paper => paper.Revisions.Count == 2));
        Assert.Equal(papers + plan.Copies + plan.Changes, Entries(plan).Count);
        Assert.Equal(papers - (papers / 100) + plan.Changes, plan.Waves.Sum(wave => wave.Sum(listing => listing.Revisions)));
    }

    [Fact]
    public void Paper_ThatComesAgain_DoesSoInALaterWave_WithItsNewestRevisionLast()
    {
        var plan = FeedPlan.Create(2_000, 6);

        var seen = Entries(plan).GroupBy(entry => entry.Id).ToDictionary(same => same.Key, same => same.ToList());
        Assert.All(plan.Papers, paper => Assert.Equal(paper.Revisions, seen[paper.Id].Select(entry => entry.Revision).Distinct()));
        Assert.All(seen.Values.Where(entries => entries.Count == 2), entries => Assert.True(entries[0].Wave < entries[1].Wave));
        Assert.DoesNotContain(plan.Papers, paper => paper.Poison != Poison.None && seen[paper.Id].Count > 1);
    }

    private static string Bytes(FeedPlan plan)
        => string.Join('\n', plan.Waves.SelectMany(wave => wave).Select(listing => $"{listing.Name}\n{Encoding.UTF8.GetString(listing.Content)}"))
            + string.Join('\n', plan.Papers.Select(paper => $"{paper.Id} {paper.Poison} {string.Join(' ', paper.Revisions)}"));

    private static List<(string Id, string Revision, int Wave)> Entries(FeedPlan plan)
        => [.. plan.Waves.SelectMany((wave, n) => wave.SelectMany(listing => Encoding.UTF8.GetString(listing.Content).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => Read(line, n)))];

    private static (string Id, string Revision, int Wave) Read(string line, int wave)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        return (Text("id"), PaperText.Revision(Text("title"), Text("abstract")), wave);
    }
}
