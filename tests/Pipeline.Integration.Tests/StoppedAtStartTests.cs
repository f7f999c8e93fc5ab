using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Workers that are told to stop before they have started.</summary>
public sealed class StoppedAtStartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Pipeline.Parser")]
    [InlineData("Pipeline.Scheduler")]
    public async Task Worker_ToldToStopWhileItWaitsForItsStore_EndsCleanly(string project)
    {
        await using var line = NetworkLine.To(new Uri(RealParts.MongoDb));
        line.Cut();
        await using var worker = new WorkerProcess(project, new Dictionary<string, string>
        {
            ["Broker__Address"] = RealParts.RabbitMq.ToString(),
            ["Mongo__ConnectionString"] = new UriBuilder(RealParts.MongoDb) { Host = "127.0.0.1", Port = line.Port }.Uri.ToString(),
            ["Mongo__ConnectTimeout"] = "00:00:01",
        });
        worker.Start();
        await Eventually.TrueAsync(
            () => Task.FromResult(worker.Log.Contains("did not answer", StringComparison.Ordinal)), TimeSpan.FromMinutes(1), () => $"it waits for its store.\n{worker.Log}", Token);

        var code = await worker.StopAsync();

        Assert.True(code == 0, $"It ended with {code}.\n{worker.Log}");
    }
}
