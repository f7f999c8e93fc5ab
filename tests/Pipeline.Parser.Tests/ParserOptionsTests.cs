using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.Parser.Tests;

public sealed class ParserOptionsTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.Empty(Failures());

    [Theory]
    [InlineData("ChunkSize", "1", "1000", "0", "1001")]
    [InlineData("ConcurrentListings", "1", "32", "0", "33")]
    [InlineData("MaxPending", "100", "1000000", "99", "1000001")]
    [InlineData("MaxStall", "00:00:01", "01:00:00", "00:00:00.999", "01:00:00.001")]
    public void EachValue_StaysWithinItsLimits(string key, string lowest, string highest, string tooLow, string tooHigh)
    {
        Assert.Empty(Failures((key, lowest)));
        Assert.Empty(Failures((key, highest)));
        Assert.Contains($"Parser:{key}", Assert.Single(Failures((key, tooLow))), StringComparison.Ordinal);
        Assert.Contains($"Parser:{key}", Assert.Single(Failures((key, tooHigh))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ChunkSize", "many")]
    [InlineData("NoSuchOption", "1")]
    public void OtherValuesAndKeys_AreRefusedByName(string key, string value)
        => Assert.Contains($"Parser:{key}", Assert.Single(Failures((key, value))), StringComparison.Ordinal);

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"{ParserOptions.Section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddParser()
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
