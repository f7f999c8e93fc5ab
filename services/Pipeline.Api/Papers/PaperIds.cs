using Pipeline.Api.Errors;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Papers;

/// <summary>Papers as a path names them.</summary>
internal static class PaperIds
{
    public const string Description = "A paper's key, arXiv id, DOI or address, percent-encoded: doi%3A10.1000%2Fx.";

    private const int MaxLength = 1_000;

    public static Problem Unknown { get; } = Problems.NoSuch("paper", "/papers?words=WORDS");

    /// <summary>The key to look up.</summary>
    /// <returns>Null when no paper can have it.</returns>
    public static string? Read(string segment)
    {
        // The server decodes everything in a path but the slash.
        var text = segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return text.Length > MaxLength || text.Any(char.IsControl) ? null : PaperIdentity.Lookup(text);
    }
}
