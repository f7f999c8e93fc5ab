using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.Standalone.Hosting;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>The directory of the embedded store: whether it can be written, and how much fits.</summary>
internal sealed class DataDirectoryCheck(Deployment deployment) : ICheck
{
    private const long LittleSpace = 1_000_000_000;
    private const long TooLittleSpace = 100_000_000;
    private const string Name = "data directory";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (deployment.MongoStore)
        {
            yield break;
        }

        var directory = deployment.DataLocation;
        yield return Writable(directory);
        yield return Judge(directory, SpaceAt(directory));
        await Task.CompletedTask;
    }

    /// <summary>Judges free space, in bytes.</summary>
    internal static Finding Judge(string directory, long free)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:0.0} GB free at {directory}");
        const string fix = "Free some space, or choose another disk with --data.";
        return free < TooLittleSpace ? Finding.Failed("disk", text, fix)
            : free < LittleSpace ? Finding.Warning("disk", text, fix)
            : Finding.Ok("disk", text);
    }

    private static Finding Writable(string directory)
    {
        // One that is not there is made by the first use, where its nearest parent lets it.
        var target = Existing(directory);
        var probe = Path.Combine(target, $".doctor-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return Finding.Ok(Name, target == directory ? directory : $"{directory}, which the first use makes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed(Name, $"{target} cannot be written: {e.Message}", "Make it writable, or choose another with --data.");
        }
    }

    private static long SpaceAt(string directory) => new DriveInfo(Existing(directory)).AvailableFreeSpace;

    private static string Existing(string directory)
    {
        while (!Directory.Exists(directory))
        {
            directory = Path.GetDirectoryName(directory) ?? "/";
        }

        return directory;
    }
}
