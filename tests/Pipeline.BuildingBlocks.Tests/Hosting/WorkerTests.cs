using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Tests.Pausing;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

[Collection(ConsoleTests.Name)]
public sealed class WorkerTests : IDisposable
{
    private readonly ConsoleCapture _console = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("worker-").FullName;

    public void Dispose()
    {
        _console.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Run_WithoutABrokerAddress_Ends2AndNamesTheKey()
    {
        Assert.Equal(2, await RunAsync());
        Assert.StartsWith("stage: configuration: Broker:Address: ", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithSeveralWrongSections_Ends2AndNamesEveryKey()
    {
        Assert.Equal(2, await RunAsync("--Retry:Limit=0", "--Health:Port=70000"));
        Assert.Contains("stage: configuration: Broker:Address: ", _console.Error, StringComparison.Ordinal);
        Assert.Contains("stage: configuration: Retry:Limit: ", _console.Error, StringComparison.Ordinal);
        Assert.Contains("stage: configuration: Health:Port: ", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAMisspeltKeyInItsFile_Ends2AndNamesTheKey()
    {
        var file = Path.Combine(_directory, "worker.json");
        await File.WriteAllTextAsync(file, """{ "Broker": { "Adress": "amqp://broker" } }""", TestContext.Current.CancellationToken);

        Assert.Equal(2, await RunAsync("--config", file));
        Assert.Contains("Broker:Adress: there is no such option", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ not json")]
    public async Task Run_WithAFileThatCannotBeRead_Ends2AndNamesTheFile(string? content)
    {
        var file = Path.Combine(_directory, "worker.json");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, await RunAsync("--config", file));
        Assert.Contains("stage: configuration: ", _console.Error, StringComparison.Ordinal);
        Assert.Contains("worker.json", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAStoreThatStaysUnusable_Ends1AndSaysWhy()
    {
        Assert.Equal(1, await RunAsync("--Broker:Address=amqp://127.0.0.1:1", "--Log:Level=Fatal"));
        Assert.Equal($"stage: The store does not answer at mongodb:27017.{Environment.NewLine}", _console.Error);
    }

    [Fact]
    public async Task Live_WhileTheWorkerStillWaitsForStoreAndBroker_Answers_AndReadyDoesNot()
    {
        var port = FreePort.Find();
        var setup = new HeldStoreSetup();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var run = RunAsync(setup, "--Broker:Address=amqp://127.0.0.1:1", "--Log:Level=Fatal", $"--Health:Port={port}");
        await setup.Asked.WaitAsync(TestContext.Current.CancellationToken);
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        var metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        setup.Refuse();

        Assert.Equal(1, await run);
        Assert.Equal((true, false), (live.IsSuccessStatusCode, ready.IsSuccessStatusCode));
        Assert.Contains("# TYPE", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--Health:Port=0")]
    [InlineData("--Health:Port=abc")]
    public async Task Health_WithoutAPort_Ends2AndNamesTheKey(params string[] args)
    {
        Assert.Equal(2, await RunAsync(["--health", .. args]));
        Assert.StartsWith("Health:Port: ", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public async Task Health_OfARunningWorker_EndsAsItsReadinessIs(string address)
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync();
        string[] args = ["--health", $"--Health:Port={endpoint.Port}", $"--Health:Address={address}"];

        Assert.Equal(0, await RunAsync(args));
        endpoint.Store = () => HealthCheckResult.Unhealthy();
        Assert.Equal(1, await RunAsync(args));
        Assert.Contains("store: Unhealthy", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhereNothingListens_Ends1AndNamesThePort()
    {
        var port = FreePort.Find();

        Assert.Equal(1, await RunAsync("--health", $"--Health:Port={port}"));
        Assert.Contains($"port {port}", _console.Error, StringComparison.Ordinal);
    }

    private static Task<int> RunAsync(params string[] args) => RunAsync(new FakeStoreSetup(int.MaxValue), args);

    private static Task<int> RunAsync(IStoreSetup setup, params string[] args)
        => Worker.RunAsync(
            "stage",
            args,
            services => services
                .AddSingleton<TimeProvider, HastyTime>()
                .AddSingleton<IPauseStore, FakePauseStore>()
                .AddSingleton(setup),
            _ => { });
}
