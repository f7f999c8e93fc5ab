using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.ClaimExtractor.Tests;

public sealed class ClaimExtractorOptionsTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.Empty(Failures());

    [Theory]
    [InlineData("BatchSize", "1", "1000", "0", "1001")]
    [InlineData("BatchWait", "00:00:00.001", "00:00:10", "00:00:00", "00:00:10.001")]
    [InlineData("ConcurrentBatches", "1", "32", "0", "33")]
    [InlineData("ReprocessBatchSize", "1", "1000", "0", "1001")]
    public void EachValue_StaysWithinItsLimits(string key, string lowest, string highest, string tooLow, string tooHigh)
    {
        Assert.Empty(Failures((key, lowest)));
        Assert.Empty(Failures((key, highest)));
        Assert.Contains($"ClaimExtractor:{key}", Assert.Single(Failures((key, tooLow))), StringComparison.Ordinal);
        Assert.Contains($"ClaimExtractor:{key}", Assert.Single(Failures((key, tooHigh))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatchSize", "many")]
    [InlineData("NoSuchOption", "1")]
    public void OtherValuesAndKeys_AreRefusedByName(string key, string value)
        => Assert.Contains($"ClaimExtractor:{key}", Assert.Single(Failures((key, value))), StringComparison.Ordinal);

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"{ClaimExtractorOptions.Section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddClaimExtractor()
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
