using Pipeline.Deploy.Tests.Support;

namespace Pipeline.Deploy.Tests.Compose;

public sealed class ContainmentTests
{
    [Fact]
    public void Services_HaveNoRightTheyDoNotNeed() => Assert.Empty(ContainmentRules.Violations(Deployment.Compose));

    [Fact]
    public void Service_ThatIsContained_Passes() => Assert.Empty(ContainmentRules.Violations(ComposeFile.Parse(Some.Service())));

    [Theory]
    [InlineData("user: \"1654:1654\"", "", "runs as root")]
    [InlineData("user: \"1654:1654\"", "user: root", "runs as root")]
    [InlineData("user: \"1654:1654\"", "user: \"0:0\"", "runs as root")]
    [InlineData("user: \"1654:1654\"", "user: \"1654:1654\"\n    privileged: true", "runs as root")]
    [InlineData("read_only: true", "", "may write to its image")]
    [InlineData("cap_drop: [ALL]", "cap_drop: [NET_RAW]", "keeps capabilities")]
    [InlineData("no-new-privileges:true", "no-new-privileges:false", "may gain privileges")]
    [InlineData("127.0.0.1:8080:8080", "8080:8080", "opens 8080:8080 to other machines")]
    [InlineData("127.0.0.1:8080:8080", "0.0.0.0:8080:8080", "opens 0.0.0.0:8080:8080 to other machines")]
    [InlineData("mem_limit: 512m", "", "has no memory limit")]
    [InlineData("max-size: 10m", "mode: blocking", "does not rotate its log")]
    [InlineData("test: [CMD, /app/run, --health]", "disable: true", "has no health check")]
    [InlineData("restart: unless-stopped", "restart: \"no\"", "is not restarted")]
    [InlineData("stop_grace_period: 60s", "stop_grace_period: 45s", "is killed before its host gives up waiting, 45 s")]
    [InlineData("stop_grace_period: 60s", "", "is killed before its host gives up waiting, 45 s")]
    [InlineData("service_healthy", "service_started", "does not wait until broker is healthy")]
    public void Service_WithoutOneOfThem_IsCaught(string line, string replacement, string violation)
        => Assert.Equal([$"parser: {violation}"], ContainmentRules.Violations(ComposeFile.Parse(Some.Service().Replace(line, replacement, StringComparison.Ordinal))));

    [Fact]
    public void Service_RunOnDemand_NeedsNeitherHealthCheckNorRestart()
    {
        var onDemand = Some.Service()
            .Replace("restart: unless-stopped", "restart: \"no\"\n    profiles: [tools]", StringComparison.Ordinal)
            .Replace("test: [CMD, /app/run, --health]", "disable: true", StringComparison.Ordinal);

        Assert.Empty(ContainmentRules.Violations(ComposeFile.Parse(onDemand)));
    }
}
