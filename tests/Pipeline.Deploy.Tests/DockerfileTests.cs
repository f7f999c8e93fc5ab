using Pipeline.Deploy.Tests.Compose;
using Pipeline.Deploy.Tests.Support;

namespace Pipeline.Deploy.Tests;

public sealed class DockerfileTests
{
    public static TheoryData<string> Projects
        => [.. Deployment.Compose.Services.Values.Select(service => service.Project).OfType<string>()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ThatIsBuilt_LiesWhereTheDockerfileLooks(string project)
        => Assert.True(File.Exists(Checkout.PathOf($"services/{project}/{project}.csproj")));

    [Fact]
    public void BuiltServices_UseThisFileAndTheRootAsContext()
        => Assert.All(
            Deployment.Compose.Services.Values.Select(service => service.Build).OfType<ComposeBuild>(),
            build => Assert.Equal((".", "deploy/Dockerfile"), (build.Context, build.Dockerfile)));

    [Fact]
    public void Restore_TakesTheLockedVersions() => Assert.Contains("--locked-mode", Deployment.Dockerfile, StringComparison.Ordinal);

    [Fact]
    public void Restore_ComesBeforeTheSourcesSoThatItsLayerIsKept()
        => Assert.True(
            Deployment.Dockerfile.IndexOf("dotnet restore", StringComparison.Ordinal)
            < Deployment.Dockerfile.LastIndexOf("COPY . .", StringComparison.Ordinal));

    [Fact]
    public void FinalImage_HasNoShellAndRunsAsAnOrdinaryUser()
    {
        var final = Deployment.Dockerfile[Deployment.Dockerfile.LastIndexOf("FROM ", StringComparison.Ordinal)..];

        Assert.Contains("-chiseled", final, StringComparison.Ordinal);
        Assert.Contains("USER $APP_UID", final, StringComparison.Ordinal);
        Assert.DoesNotContain("RUN ", final, StringComparison.Ordinal);
        Assert.Contains("ENTRYPOINT [\"/app/run\"]", final, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**/.git")]
    [InlineData("**/bin")]
    [InlineData("**/obj")]
    [InlineData("artifacts")]
    [InlineData("data")]
    [InlineData(".env")]
    public void Context_LeavesOutWhatNoImageMayContain(string pattern)
        => Assert.Contains(pattern, Checkout.Read(".dockerignore").Split('\n', StringSplitOptions.TrimEntries));
}
