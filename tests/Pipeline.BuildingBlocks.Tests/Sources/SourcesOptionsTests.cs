using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.BuildingBlocks.Tests.Sources;

public sealed class SourcesOptionsTests
{
    [Fact]
    public void ConfiguredSources_AreReadWithAllTheirKeys()
    {
        using var provider = Build(
            ("daily:Kind", "hf-daily"), ("daily:Schedule", "0 6 * * *"), ("daily:SkipDays:0", "Saturday"), ("daily:SkipDays:1", "sunday"),
            ("nlp:Kind", "ARXIV-QUERY"), ("nlp:Query", "cat:cs.CL"), ("nlp:RequestInterval", "00:00:05"), ("nlp:PageSize", "100"));

        var sources = provider.GetRequiredService<IOptions<SourcesOptions>>().Value.Sources;

        Assert.Equal(["daily", "nlp"], sources.Keys);
        Assert.Equal((SourceKind.HfDaily, "0 6 * * *"), (sources["daily"].Kind, sources["daily"].Schedule));
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], sources["daily"].SkipDays);
        Assert.Equal((SourceKind.ArxivQuery, TimeSpan.FromSeconds(5), 100), (sources["nlp"].Kind, sources["nlp"].RequestInterval, sources["nlp"].PageSize));
    }

    [Fact]
    public void NoSources_AreFine() => Assert.Empty(Failures());

    [Theory]
    [InlineData("daily:Kind", "weekly", "Sources:daily:Kind: required, one of hf-daily")]
    [InlineData("daily:Colour", "red", "Sources:daily:Colour: there is no such option")]
    [InlineData("daily:PageSize", "many", "Sources:daily:PageSize: its value cannot be read")]
    [InlineData("daily:PageSize", "2001", "Sources:daily:PageSize: must be 1 to 2000")]
    [InlineData("daily:SkipDays:0", "Caturday", "Sources:daily:SkipDays")]
    [InlineData("daily:TimeZone", "Mars/Olympus", "Sources:daily:TimeZone: no such time zone")]
    [InlineData("Daily!:Kind", "hf-daily", "Sources:Daily!:the id of a source")]
    public void WrongKey_IsNamed(string key, string value, string failure)
    {
        var settings = new Dictionary<string, string> { ["daily:Kind"] = "hf-daily", [key] = value };

        Assert.StartsWith(failure, Assert.Single(Failures([.. settings.Select(s => (s.Key, s.Value))])), StringComparison.Ordinal);
    }

    [Fact]
    public void SourcesAddedTwice_AreCheckedOnce()
    {
        var services = Services(("daily:Kind", "weekly")).AddSources();
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Single(failure.Failures);
    }

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        using var provider = Build(settings);
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

    private static ServiceProvider Build(params (string Key, string Value)[] settings) => Services(settings).BuildServiceProvider();

    private static IServiceCollection Services(params (string Key, string Value)[] settings)
        => new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Sources:{s.Key}", (string?)s.Value)))
                .Build())
            .AddSources();
}
