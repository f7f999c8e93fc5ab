using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.Delivery.Tests;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.Empty(Failures());

    [Theory]
    [InlineData("BatchSize", "1", "1000", "0", "1001")]
    [InlineData("KeepChanges", "1.00:00:00", "3650.00:00:00", "23:59:59", "3650.00:00:01")]
    [InlineData("TrimEvery", "00:00:01", "1.00:00:00", "00:00:00.9", "1.00:00:01")]
    public void EachValue_StaysWithinItsLimits(string key, string lowest, string highest, string tooLow, string tooHigh)
    {
        Assert.Empty(Failures((key, lowest)));
        Assert.Empty(Failures((key, highest)));
        Assert.Contains($"Delivery:{key}", Assert.Single(Failures((key, tooLow))), StringComparison.Ordinal);
        Assert.Contains($"Delivery:{key}", Assert.Single(Failures((key, tooHigh))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Source", "https://example.org/papers", 0)]
    [InlineData("Source", "/two words", 1)]
    [InlineData("Source", "/é", 1)]
    [InlineData("NoSuchOption", "1", 1)]
    public void OtherValuesAndKeys_AreRefused(string key, string value, int failures)
        => Assert.Equal(failures, Failures((key, value)).Count(failure => failure.Contains($"Delivery:{key}", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"{DeliveryOptions.Section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddDelivery()
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
