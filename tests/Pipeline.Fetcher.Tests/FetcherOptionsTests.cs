using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.Fetcher.Tests;

public sealed class FetcherOptionsTests
{
    [Fact]
    public void Defaults_AreValid()
    {
        var options = Read();

        Assert.Empty(options.Directories);
        Assert.Equal(1_073_741_824, options.MaxFileBytes);
    }

    [Fact]
    public void Directories_AreReadBySource()
        => Assert.Equal(
            [new("inbox", "/inbox"), new("other", "/elsewhere")],
            Read(("Directories:inbox", "/inbox"), ("Directories:other", "/elsewhere")).Directories.OrderBy(d => d.Key, StringComparer.Ordinal));

    [Theory]
    [InlineData("1")]
    [InlineData("17179869184")]
    public void MaxFileBytes_AtItsLimits_IsTaken(string bytes)
        => Assert.Equal(bytes, $"{Read(("MaxFileBytes", bytes)).MaxFileBytes}");

    [Theory]
    [InlineData("MaxFileBytes", "0")]
    [InlineData("MaxFileBytes", "17179869185")]
    [InlineData("MaxFileBytes", "1 GiB")]
    [InlineData("Directory", "/inbox")]
    public void OtherValuesAndKeys_AreRefusedByName(string key, string value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains($"Fetcher:{key}", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    private static FetcherOptions Read(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"{FetcherOptions.Section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddValidatedOptions<FetcherOptions, FetcherOptionsValidator>(FetcherOptions.Section)
            .BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<IOptions<FetcherOptions>>().Value;
    }
}
