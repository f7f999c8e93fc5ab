namespace Pipeline.Testing;

/// <summary>Files beside the checkout.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds Pipeline.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the shared data beside the checkout.</summary>
    /// <returns>Its path, or null where the shared folder does not exist: the test then skips, visibly.</returns>
    public static string? FindShared(string relativePath)
    {
        var path = Path.Combine(Root, "..", "shared", relativePath);
        return Path.Exists(path) ? Path.GetFullPath(path) : null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return folder.FullName;
            }
        }

        // A build with its artifacts elsewhere still runs from the checkout.
        return File.Exists("Pipeline.sln")
            ? Directory.GetCurrentDirectory()
            : throw new InvalidOperationException("Pipeline.sln was not found above the test's folder.");
    }
}
