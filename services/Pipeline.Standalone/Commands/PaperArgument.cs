using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary>The paper that a verb is about, by any of its keys.</summary>
internal static class PaperArgument
{
    public static Argument<string> Create() => new("paper") { Description = "A paper's key, arXiv id, DOI or address.", HelpName = "ID" };

    /// <summary>Says that no paper has the key, and where to look.</summary>
    public static async Task<int> UnknownAsync(string key)
    {
        await Console.Error.WriteLineAsync($"{key}: no paper has this key. Look for it with: papers search WORDS");
        return ExitCode.Failed;
    }
}
