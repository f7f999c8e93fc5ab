using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

/// <summary>Both sides of every limit of every options class; what is refused is refused by its full key.</summary>
public sealed class OptionsLimitsTests
{
    [Theory]
    [InlineData("Limit", "1", "20", "0", "21")]
    [InlineData("Delay", "00:00:00.010", "00:01:00", "00:00:00.009", "00:01:00.001")]
    [InlineData("KillSwitchPercent", "1", "100", "0", "101")]
    [InlineData("KillSwitchPause", "00:00:01", "00:10:00", "00:00:00.999", "00:10:00.001")]
    public void Retry_StaysWithin(string key, string lowest, string highest, string tooLow, string tooHigh)
        => AssertLimits(
            (key, lowest, highest, tooLow, tooHigh), (k, value) => OptionsProbe.Failures<RetryOptions, RetryOptionsValidator>("Retry", (k, value)), "Retry");

    [Theory]
    [InlineData("Attempts", "1", "100", "0", "101")]
    [InlineData("Delay", "00:00:00.100", "1.00:00:00", "00:00:00.099", "1.00:00:00.001")]
    [InlineData("MaxDelay", "00:00:00.100", "7.00:00:00", "00:00:00.099", "7.00:00:00.001")]
    [InlineData("DependencyDelay", "00:00:00.100", "00:01:00", "00:00:00.099", "00:01:00.001")]
    [InlineData("KeepEnded", "01:00:00", "366.00:00:00", "00:59:59", "366.00:00:01")]
    public void Ledger_StaysWithin(string key, string lowest, string highest, string tooLow, string tooHigh)
        => AssertLimits(
            (key, lowest, highest, tooLow, tooHigh), (k, value) => OptionsProbe.Failures<LedgerOptions, LedgerOptionsValidator>("Ledger", (k, value)), "Ledger");

    [Theory]
    [InlineData("BatchSize", "1", "1000", "0", "1001")]
    [InlineData("BatchWait", "00:00:00.001", "00:00:10", "00:00:00", "00:00:10.001")]
    [InlineData("ConcurrentBatches", "1", "32", "0", "33")]
    [InlineData("ReprocessBatchSize", "1", "1000", "0", "1001")]
    public void BatchQueue_StaysWithin(string key, string lowest, string highest, string tooLow, string tooHigh)
        => AssertLimits(
            (key, lowest, highest, tooLow, tooHigh),
            (k, value) => OptionsProbe.Failures<ExtractClaimsOptions, ExtractClaimsOptionsValidator>("Stage", (k, value)),
            "Stage");

    [Theory]
    [InlineData("QueueReplicas", "1", "7", "0", "8")]
    [InlineData("DeliveryLimit", "1", "1000", "0", "1001")]
    [InlineData("QuarantineAfter", "00:00:00", "00:10:00", "-00:00:00.001", "00:10:00.001")]
    [InlineData("Prefix", "a", "team-7", "-a", "a-")]
    [InlineData("Prefix", "", "7", "Team", "a_b")]
    [InlineData("Address", "amqp://a", "amqps://user:secret@host:5671/path", "rabbitmq:5672", "http://rabbitmq")]
    [InlineData("Address", "AMQP://a", "amqp://127.0.0.1:5672", "", "/rabbitmq")]
    public void Broker_StaysWithin(string key, string lowest, string highest, string tooLow, string tooHigh)
        => AssertLimits(
            (key, lowest, highest, tooLow, tooHigh),
            (k, value) => OptionsProbe.Failures<BrokerOptions, BrokerOptionsValidator>(
                "Broker", k == "Address" ? [(k, value)] : [("Address", "amqp://broker"), (k, value)]),
            "Broker");

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void BrokerPrefix_OfManyLetters_StaysWithin(int length, bool accepted)
        => Assert.Equal(
            accepted,
            OptionsProbe.Failures<BrokerOptions, BrokerOptionsValidator>(
                "Broker", ("Address", "amqp://broker"), ("Prefix", new string('a', length))).Count == 0);

    [Theory]
    [InlineData("Port", "0", "65535", "-1", "65536")]
    [InlineData("Address", "127.0.0.1", "::", "localhost", "1.2.3.456")]
    public void Health_StaysWithin(string key, string lowest, string highest, string tooLow, string tooHigh)
        => AssertLimits(
            (key, lowest, highest, tooLow, tooHigh), (k, value) => OptionsProbe.Failures<HealthOptions, HealthOptionsValidator>("Health", (k, value)), "Health");

    [Theory]
    [InlineData("Format", "Auto", "json", "xml", "7")]
    [InlineData("Level", "Verbose", "fatal", "Loud", "-1")]
    public void Log_StaysWithin(string key, string lowest, string highest, string tooLow, string tooHigh)
        => AssertLimits(
            (key, lowest, highest, tooLow, tooHigh), (k, value) => OptionsProbe.Failures<LogOptions, LogOptionsValidator>("Log", (k, value)), "Log");

    private static void AssertLimits(
        (string Key, string Lowest, string Highest, string TooLow, string TooHigh) row, Func<string, string, IReadOnlyList<string>> failures, string section)
    {
        Assert.Empty(failures(row.Key, row.Lowest));
        Assert.Empty(failures(row.Key, row.Highest));
        Assert.Contains($"{section}:{row.Key}", Assert.Single(failures(row.Key, row.TooLow)), StringComparison.Ordinal);
        Assert.Contains($"{section}:{row.Key}", Assert.Single(failures(row.Key, row.TooHigh)), StringComparison.Ordinal);
    }
}
