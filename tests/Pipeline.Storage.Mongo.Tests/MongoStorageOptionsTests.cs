using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests;

public sealed class MongoStorageOptionsTests
{
    private const string SomeAddress = "mongodb://localhost:27017";

    [Theory]
    [InlineData("Mongo:Database", "papers")]
    [InlineData("Mongo:Database", "a-B_9")]
    [InlineData("Mongo:ConnectTimeout", "00:00:00.100")]
    [InlineData("Mongo:ConnectTimeout", "00:05:00")]
    [InlineData("Mongo:CommandTimeout", "00:00:01")]
    [InlineData("Mongo:CommandTimeout", "01:00:00")]
    [InlineData("Mongo:SearchIndexes", "true")]
    public void Options_WithinTheirLimits_AreTaken(string key, string value)
        => Assert.NotNull(Options(SomeAddress, (key, value)));

    [Theory]
    [InlineData("Mongo:Database", "")]
    [InlineData("Mongo:Database", "a.b")]
    [InlineData("Mongo:Database", "1234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("Mongo:ConnectTimeout", "00:00:00.099")]
    [InlineData("Mongo:ConnectTimeout", "00:05:00.001")]
    [InlineData("Mongo:CommandTimeout", "00:00:00.999")]
    [InlineData("Mongo:CommandTimeout", "01:00:00.001")]
    public void Options_OutsideTheirLimits_AreRefusedByName(string key, string value)
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Options(SomeAddress, (key, value)));

        Assert.Contains(key["Mongo:".Length..], thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ByDefault_NameTheDatabaseButNoServer()
    {
        var options = new MongoStorageOptions();

        Assert.Equal((null, "papers", TimeSpan.FromSeconds(10)), (options.ConnectionString, options.Database, options.ConnectTimeout));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void ConnectionString_WhenMissing_IsAskedForByItsKey(string? address)
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Options(address));

        Assert.Contains("Mongo:ConnectionString: It is required", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:27017")]
    [InlineData("http://someone:secret@localhost")]
    [InlineData("mongodb://someone:secret@localhost:port")]
    [InlineData("mongodb://someone:se/cr@et:localhost")]
    [InlineData("mongodb://someone:secret@localhost/?connectTimeoutMS=soon")]
    public void ConnectionString_ThatIsNoAddress_IsRefusedWithoutRepeatingIt(string address)
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Options(address));

        Assert.Contains("Mongo:ConnectionString: It is not a MongoDB address", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    private static MongoStorageOptions Options(string? address, params (string Key, string Value)[] more)
    {
        using var provider = MongoTestStore.Configured(address, more);
        return provider.GetRequiredService<IOptions<MongoStorageOptions>>().Value;
    }
}
