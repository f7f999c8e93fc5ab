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

        Assert.Null(options.Contact);
        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2), 8), (options.WorkTime, options.TurnWait, options.FailureLimit));
    }

    [Theory]
    [InlineData("someone@example.org")]
    [InlineData("https://example.org/papers?a=b")]
    public void Contact_AsAnAddress_IsTaken(string contact) => Assert.Equal(contact, Read(("Contact", contact)).Contact);

    [Theory]
    [InlineData("WorkTime", "00:00:01")]
    [InlineData("WorkTime", "00:15:00")]
    [InlineData("TurnWait", "00:00:01")]
    [InlineData("TurnWait", "00:10:00")]
    [InlineData("FailureLimit", "1")]
    [InlineData("FailureLimit", "100")]
    public void Values_AtTheirLimits_AreTaken(string key, string value) => Assert.NotNull(Read((key, value)));

    [Theory]
    [InlineData("Contact", "me")]
    [InlineData("Contact", "a b@example.org")]
    [InlineData("Contact", "a@example.org) evil")]
    [InlineData("Contact", "https://example.org/(a)")]
    [InlineData("WorkTime", "00:00:00.999")]
    [InlineData("WorkTime", "00:15:01")]
    [InlineData("TurnWait", "00:00:00.999")]
    [InlineData("TurnWait", "00:10:01")]
    [InlineData("FailureLimit", "0")]
    [InlineData("FailureLimit", "101")]
    [InlineData("FailureLimit", "many")]
    [InlineData("Directories", "/inbox")]
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
