using Pipeline.Deploy.Tests.Support;

namespace Pipeline.Deploy.Tests.Compose;

public sealed class ServiceTests
{
    [Fact]
    public void Workers_AreOneServiceEach()
    {
        Assert.Contains("Pipeline.Parser", Checkout.Workers());
        Assert.Empty(ServiceRules.Violations(Deployment.Compose, Checkout.Workers()));
    }

    [Fact]
    public void CommandLine_IsRunOnDemandWithTheSameBrokerAndStoreAsTheWorkers()
    {
        var pipeline = Deployment.Compose.Services["pipeline"];
        var parser = Deployment.Compose.Services["parser"];

        Assert.True(pipeline.OnDemand);
        Assert.Equal("Pipeline.Standalone", pipeline.Project);
        Assert.Equal(parser.Environment["Broker__Address"], pipeline.Environment["Broker__Address"]);
        Assert.Equal(parser.Environment["Mongo__ConnectionString"], pipeline.Environment["Mongo__ConnectionString"]);
    }

    [Fact]
    public void Dependencies_AreServicesOfTheFile()
        => Assert.Empty(Deployment.Compose.Services.Values.SelectMany(service => service.DependsOn.Keys).Except(Deployment.Compose.Services.Keys));

    [Fact]
    public void MountedFiles_AreThere()
    {
        var sources = Deployment.Compose.Services.Values.SelectMany(service => service.Volumes).Where(volume => volume.StartsWith("./", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, volume => Assert.True(Path.Exists(Checkout.PathOf(volume.Split(':')[0])), volume));
    }

    [Fact]
    public void NamedVolumes_AreDeclared()
        => Assert.Empty(Deployment.Compose.Services.Values
            .SelectMany(service => service.Volumes)
            .Where(volume => char.IsLetter(volume[0]))
            .Select(volume => volume.Split(':')[0])
            .Except(Deployment.Compose.Volumes.Keys));

    [Fact]
    public void Service_ThatIsAWorker_Passes() => Assert.Empty(ServiceRules.Violations(ComposeFile.Parse(Some.Service()), ["Pipeline.Parser"]));

    [Fact]
    public void Worker_WithoutAService_IsCaught()
        => Assert.Equal(
            ["Pipeline.Fetcher: is not exactly one service"],
            ServiceRules.Violations(ComposeFile.Parse(Some.Service()), ["Pipeline.Parser", "Pipeline.Fetcher"]));

    [Theory]
    [InlineData("  parser:", "  parse:", "parse: is not called parser")]
    [InlineData("pipeline-parser:local", "pipeline-fetcher:local", "parser: its image is not called pipeline-parser:local")]
    [InlineData("--health", "--help", "parser: does not ask its own health endpoint")]
    [InlineData("Health__Port", "Health__Address", "parser: does not ask its own health endpoint")]
    public void Service_ThatDisagreesWithItsWorker_IsCaught(string text, string replacement, string violation)
        => Assert.Equal(
            [violation],
            ServiceRules.Violations(ComposeFile.Parse(Some.Service().Replace(text, replacement, StringComparison.Ordinal)), ["Pipeline.Parser"]));
}
