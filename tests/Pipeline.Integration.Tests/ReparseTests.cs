using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>The archive read again beside running workers.</summary>
public sealed class ReparseTests
{
    private const int Papers = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PaperLostFromTheStore_ComesBackFromTheArchive_AndTheWorkersEnrichIt()
    {
        await using var fleet = await WorkerFleet.StartAsync(Token);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(Papers, seed: 8), Token);
        await fleet.FetchInboxAsync(Token);
        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        var stored = fleet.Services.GetRequiredService<IMongoClient>().GetDatabase(fleet.Name).GetCollection<BsonDocument>("papers");
        Assert.Equal(1, (await stored.DeleteOneAsync(new BsonDocument("sightings.rank", 7), Token)).DeletedCount);

        var result = await CommandLine.RunAsync(["reparse"], input: null, fleet.Settings, Token);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("1 now listed, 0 no longer listed, 0 changed", result.Output, StringComparison.Ordinal);
        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        var again = await CommandLine.RunAsync(["reparse"], input: null, fleet.Settings, Token);
        Assert.Contains("Nothing changed", again.Output, StringComparison.Ordinal);
    }
}
