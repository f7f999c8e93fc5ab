using Pipeline.Deploy.Tests.Compose;

namespace Pipeline.Deploy.Tests.Support;

/// <summary>The files under test.</summary>
internal static class Deployment
{
    public const string ExampleVariables = "deploy/compose/.env.example";

    public static string ComposeText { get; } = Checkout.Read("docker-compose.yml");

    public static ComposeFile Compose { get; } = ComposeFile.Parse(ComposeText);

    public static string Dockerfile { get; } = Checkout.Read("deploy/Dockerfile");

    /// <summary>The variables that <c>.env.example</c> sets, with their values.</summary>
    public static IReadOnlyDictionary<string, string> Example { get; } = Checkout.Read(ExampleVariables)
        .Split('\n')
        .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
        .Select(line => line.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);
}
