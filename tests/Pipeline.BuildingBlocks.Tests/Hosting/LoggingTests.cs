using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

/// <summary>Both forms of a log line name the trace, the source and the paper, where they are known.</summary>
[Collection(ConsoleTests.Name)]
public sealed partial class LoggingTests : IDisposable
{
    private readonly ConsoleCapture _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Json_HasTraceSourceAndPaperAsProperties()
    {
        var trace = Log("Json");

        var line = JsonDocument.Parse(_console.Error).RootElement;
        Assert.Equal(
            (trace, "daily", "arxiv:1", "stage"),
            (line.GetProperty("@tr").GetString(), line.GetProperty("SourceId").GetString(), line.GetProperty("PaperId").GetString(), line.GetProperty("Service").GetString()));
    }

    [Fact]
    public void Text_NamesThemInTheLine()
    {
        var trace = Log("Text");

        Assert.EndsWith($" WRN The store refused arxiv:1 (source daily, trace {trace}){Environment.NewLine}", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfWorkThatNothingIsKnownOf_EndsWithTheMessage()
    {
        using var provider = Provider("Text");
        Ready(provider.GetRequiredService<ILogger<LoggingTests>>());

        Assert.EndsWith($" WRN Ready{Environment.NewLine}", _console.Error, StringComparison.Ordinal);
    }

    private static string Log(string format)
    {
        using var provider = Provider(format);
        var logger = provider.GetRequiredService<ILogger<LoggingTests>>();
        using var activity = new Activity("work").Start();
        using (logger.BeginKnown(LogScopes.SourceId, "daily"))
        {
            Refused(logger, "arxiv:1");
        }

        return activity.TraceId.ToHexString();
    }

    private static ServiceProvider Provider(string format)
        => new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Log:Format", format)]).Build())
            .AddPipelineLogging("stage")
            .BuildServiceProvider();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store refused {PaperId}")]
    private static partial void Refused(ILogger logger, string paperId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ready")]
    private static partial void Ready(ILogger logger);
}
