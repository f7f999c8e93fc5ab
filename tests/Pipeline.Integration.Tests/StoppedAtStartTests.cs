using MongoDB.Driver;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Workers that are told to stop before they have started.</summary>
public sealed class StoppedAtStartTests : IAsyncLifetime
{
    private readonly string _name = $"t{MassTransit.NewId.NextGuid():N}"[..20];
    private readonly NetworkLine _storeLine = NetworkLine.To(new Uri(RealParts.MongoDb));
    private readonly NetworkLine _brokerLine = NetworkLine.To(RealParts.RabbitMq);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _storeLine.DisposeAsync();
        await _brokerLine.DisposeAsync();
        using var client = new MongoClient(RealParts.MongoDb);
        await client.DropDatabaseAsync(_name);
        await BrokerNames.DeleteAsync(_name);
    }

    [Theory]
    [InlineData("Pipeline.Parser")]
    [InlineData("Pipeline.Scheduler")]
    public async Task Worker_ToldToStopWhileItWaitsForItsStore_EndsCleanly(string project)
    {
        _storeLine.Cut();

        await StopWhenAsync(project, worker => Task.FromResult(worker.Log.Contains("did not answer", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Pipeline.Parser")]
    [InlineData("Pipeline.Scheduler")]
    public async Task Worker_ToldToStopWhileItWaitsForItsBroker_EndsCleanly(string project)
    {
        _brokerLine.Cut();

        await StopWhenAsync(project, worker => Task.FromResult(worker.Log.Contains("Connection Failed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Pipeline.Delivery", "announce-paper")]
    [InlineData("Pipeline.Parser", "parse-listing")]
    public async Task Worker_ToldToStopWhileItSetsUpItsQueues_EndsCleanly(string project, string queue)
    {
        // Over a near line the queues are there before anybody could stop it.
        _brokerLine.Slow(TimeSpan.FromMilliseconds(200));

        await StopWhenAsync(project, _ => BrokerNames.ExistsAsync($"{_name}-{queue}", Token));
    }

    private async Task StopWhenAsync(string project, Func<WorkerProcess, Task<bool>> condition)
    {
        await using var worker = new WorkerProcess(project, new Dictionary<string, string>
        {
            ["Broker__Address"] = Over(RealParts.RabbitMq, _brokerLine),
            ["Mongo__ConnectionString"] = Over(new Uri(RealParts.MongoDb), _storeLine),
            ["Mongo__ConnectTimeout"] = "00:00:01",
            ["Mongo__Database"] = _name,
            ["Broker__Prefix"] = _name,
        });
        worker.Start();
        await Eventually.TrueAsync(
            () => condition(worker), TimeSpan.FromMinutes(1), () => $"the moment to stop it.\n{worker.Log}", Token);

        var code = await worker.StopAsync();

        Assert.True(code == 0, $"It ended with {code}.\n{worker.Log}");
    }

    private static string Over(Uri server, NetworkLine line) => new UriBuilder(server) { Host = "127.0.0.1", Port = line.Port }.Uri.ToString();
}
