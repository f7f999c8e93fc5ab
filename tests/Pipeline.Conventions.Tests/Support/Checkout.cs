using System.Reflection;

namespace Pipeline.Conventions.Tests.Support;

/// <summary>The checkout under test, read from disk.</summary>
internal static class Checkout
{
    /// <summary>Directory of <c>Pipeline.sln</c>, as the project file noted it: build output may lie outside the checkout.</summary>
    public static string Root { get; } = Path.GetFullPath(typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "CheckoutRoot").Value!);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder, relative to the root and with forward slashes, without build output; none when the folder is missing.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
        => Directory.Exists(PathOf(folder))
            ? [.. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Names of the service projects that start as a worker.</summary>
    public static IReadOnlyList<string> Workers()
        => [.. Files("services", "Program.cs")
            .Where(path => Read(path).Contains("Worker.RunAsync(", StringComparison.Ordinal))
            .Select(path => path.Split('/')[1])];
}
