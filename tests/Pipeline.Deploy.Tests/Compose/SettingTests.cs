using System.Reflection;
using Pipeline.Deploy.Tests.Support;

namespace Pipeline.Deploy.Tests.Compose;

public sealed class SettingTests
{
    private static readonly IReadOnlyList<OptionsClass> ParserOptions = SettingRules.OptionsOf(Assembly.Load("Pipeline.Parser"));

    public static TheoryData<string> Built => [.. Deployment.Compose.Services.Where(service => service.Value.Project is not null).Select(service => service.Key)];

    [Theory]
    [MemberData(nameof(Built))]
    public void Settings_OfAService_AreOptionsOfItsProgram(string service)
    {
        var (compose, options) = Find(service);

        Assert.Empty(SettingRules.Unknown(compose, options));
        Assert.Empty(SettingRules.Invalid(compose, options));
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void OptionsWithoutDefault_OfAWorker_AreSupplied(string service)
    {
        var (compose, options) = Find(service);

        // The command line supplies the options of the embedded store itself, and does not use it here.
        Assert.DoesNotContain(SettingRules.Missing(compose, options), key => !compose.OnDemand || !key.StartsWith("Sqlite__", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Parser__ChunkSize: \"10\"", 0)]
    [InlineData("Parser__ChunkSise: \"10\"", 1)]
    [InlineData("Scheduler__SweepEvery: 00:01:00", 1)]
    [InlineData("Parsing__ChunkSize: \"10\"", 1)]
    [InlineData("Parser__ChunkSize__0: \"10\"", 1)]
    [InlineData("Sources__inbox__Kind: directory", 0)]
    [InlineData("Sources__inbox__Kinds: directory", 1)]
    [InlineData("Sources__inbox: directory", 1)]
    [InlineData("TZ: UTC", 0)]
    public void Setting_ThatNoOptionTakes_IsCaught(string setting, int violations)
        => Assert.Equal(violations, SettingRules.Unknown(Service(setting), ParserOptions).Count());

    [Theory]
    [InlineData("Parser__ChunkSize: \"1000\"", 0)]
    [InlineData("Parser__ChunkSize: \"1001\"", 1)]
    [InlineData("Parser__ChunkSize: many", 1)]
    [InlineData("Health__Port: ${PORT:-65535}", 0)]
    [InlineData("Health__Port: ${PORT:-65536}", 1)]
    public void Setting_WithAValueOutOfRange_IsCaught(string setting, int violations)
        => Assert.Equal(violations, SettingRules.Invalid(Service(setting), ParserOptions).Count());

    [Fact]
    public void Address_ThatNobodySupplies_IsCaught() => Assert.Contains("Broker__Address", SettingRules.Missing(Service("TZ: UTC"), ParserOptions));

    private static ComposeService Service(string setting) => ComposeFile.Parse(Some.Service(setting)).Services["parser"];

    private static (ComposeService Compose, IReadOnlyList<OptionsClass> Options) Find(string service)
    {
        var compose = Deployment.Compose.Services[service];
        return (compose, SettingRules.OptionsOf(Assembly.Load(compose.Project!)));
    }
}
