using Pipeline.Deploy.Tests.Support;

namespace Pipeline.Deploy.Tests;

/// <summary>Asks the real command, where there is one; it needs no engine to read a file.</summary>
public sealed class ComposeCommandTests
{
    // The example sets no secret; and it keeps a .env file of the checkout out of the tests.
    private static readonly string[] WithoutSecrets = ["--env-file", Checkout.PathOf(Deployment.ExampleVariables)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Secrets => [.. Deployment.Example.Keys];

    [Fact]
    public async Task Config_WithEverySecret_IsAccepted()
    {
        var compose = await FindAsync();

        var (exitCode, output) = await compose.RunAsync([.. WithoutSecrets, "--profile", "tools", "config"], AllSecrets(), Token);

        Assert.True(exitCode == 0, output);
        Assert.Contains("amqp://pipeline:s3cret@rabbitmq:5672/", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task Config_WithoutASecret_FailsAndNamesIt(string secret)
    {
        var compose = await FindAsync();
        var others = AllSecrets().Where(pair => pair.Key != secret).ToDictionary();

        var (exitCode, output) = await compose.RunAsync([.. WithoutSecrets, "config"], others, Token);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(secret, output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> AllSecrets() => Deployment.Example.Keys.ToDictionary(name => name, _ => "s3cret", StringComparer.Ordinal);

    private static async Task<ComposeCommand> FindAsync()
    {
        var compose = await ComposeCommand.FindAsync(Token);
        Assert.SkipWhen(compose is null, "Neither `docker compose` nor `docker-compose` is installed.");
        return compose;
    }
}
