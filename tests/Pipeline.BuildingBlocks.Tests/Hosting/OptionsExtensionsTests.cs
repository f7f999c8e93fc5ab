using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

public sealed class OptionsExtensionsTests
{
    [Fact]
    public void Start_WithoutAnySettings_TakesTheDefaults()
    {
        Assert.Empty(OptionsProbe.Failures<RetryOptions, RetryOptionsValidator>("Retry"));
        Assert.Empty(OptionsProbe.Failures<HealthOptions, HealthOptionsValidator>("Health"));
        Assert.Empty(OptionsProbe.Failures<LogOptions, LogOptionsValidator>("Log"));
        Assert.Empty(OptionsProbe.Failures<ExtractClaimsOptions, ExtractClaimsOptionsValidator>("Stage"));
    }

    [Fact]
    public void Start_WithAnUnknownKey_NamesItAndTheKnownOnes()
    {
        var failure = Assert.Single(OptionsProbe.Failures<RetryOptions, RetryOptionsValidator>("Retry", ("Limits", "3")));

        Assert.Equal(
            "Retry:Limits: there is no such option; known are Delay, KillSwitchPause, KillSwitchPercent, Limit.", failure);
    }

    [Fact]
    public void Start_WithAKeyInOtherCase_TakesIt()
        => Assert.Empty(OptionsProbe.Failures<RetryOptions, RetryOptionsValidator>("Retry", ("limit", "3")));

    [Theory]
    [InlineData("Limit", "three")]
    [InlineData("Delay", "soon")]
    public void Start_WithAValueOfTheWrongType_NamesTheKeyAndKeepsTheValueToItself(string key, string value)
    {
        var failure = Assert.Single(OptionsProbe.Failures<RetryOptions, RetryOptionsValidator>("Retry", (key, value)));

        Assert.Equal($"Retry:{key}: its value cannot be read. Check its form.", failure);
    }

    [Fact]
    public void Start_WithABrokerAddressThatIsNone_DoesNotPrintItsPassword()
    {
        var failures = OptionsProbe.Failures<BrokerOptions, BrokerOptionsValidator>("Broker", ("Address", "amqp://user:pa/secret@host:x"));

        Assert.All(failures, failure => Assert.StartsWith("Broker:Address: ", failure, StringComparison.Ordinal));
        Assert.NotEmpty(failures);
        Assert.DoesNotContain("secret", string.Join(' ', failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithoutARequiredValue_NamesItsKey()
        => Assert.StartsWith(
            "Broker:Address: ",
            Assert.Single(OptionsProbe.Failures<BrokerOptions, BrokerOptionsValidator>("Broker")),
            StringComparison.Ordinal);

    [Fact]
    public void Start_WithSeveralWrongValues_NamesThemAll()
        => Assert.Equal(
            ["Retry:KillSwitchPercent", "Retry:Limit"],
            OptionsProbe.Failures<RetryOptions, RetryOptionsValidator>("Retry", ("Limit", "0"), ("KillSwitchPercent", "0"))
                .Select(failure => string.Join(':', failure.Split(':')[..2]))
                .Order(StringComparer.Ordinal));
}
