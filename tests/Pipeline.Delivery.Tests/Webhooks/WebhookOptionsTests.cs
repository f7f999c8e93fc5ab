using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookOptionsTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.Empty(Failures());

    [Theory]
    [InlineData("Timeout", "00:00:00.100", "00:00:30", "00:00:00.099", "00:00:30.001")]
    [InlineData("FirstRetry", "00:00:00.010", "00:05:00", "00:00:00.009", "00:05:00.001")]
    [InlineData("PollEvery", "00:00:00.010", "00:01:00", "00:00:00.009", "00:01:00.001")]
    [InlineData("Concurrency", "1", "256", "0", "257")]
    [InlineData("SlowConcurrency", "1", "10000", "0", "10001")]
    [InlineData("KeepAttempts", "01:00:00", "3650.00:00:00", "00:59:59", "3650.00:00:01")]
    public void EachValue_StaysWithinItsLimits(string key, string lowest, string highest, string tooLow, string tooHigh)
    {
        Assert.Empty(Failures((key, lowest)));
        Assert.Empty(Failures((key, highest)));
        Assert.Contains($"Webhooks:{key}", Assert.Single(Failures((key, tooLow))), StringComparison.Ordinal);
        Assert.Contains($"Webhooks:{key}", Assert.Single(Failures((key, tooHigh))), StringComparison.Ordinal);
    }

    [Fact]
    public void TrustedRoots_OfAFileThatIsNotThere_AreRefusedByTheirName()
        => Assert.Equal("Webhooks:TrustedRoots: There is no such file.", Assert.Single(Failures(("TrustedRoots", "/no/such/file.pem"))));

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"{WebhookOptions.Section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddWebhooks()
            .BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }
}
