using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Support;

/// <summary>The samples that ship with the product.</summary>
internal static class Samples
{
    public static string Text { get; } = Path.Combine(RepositoryFiles.Root, "services", "Pipeline.Standalone", "Samples", "daily-papers.txt");

    public static string Json { get; } = Path.Combine(RepositoryFiles.Root, "services", "Pipeline.Standalone", "Samples", "daily-papers.json");
}
