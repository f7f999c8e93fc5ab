using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources</c>: what is fetched, when, and what of it is in the store.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "Sources of listings: add them, fetch them, see what is missing.")
    {
        SourcesListCommand.Create(),
        SourcesAddCommand.Create(),
        SourcesRemoveCommand.Create(),
        SourcesRunCommand.Create(),
        SourcesPauseCommand.CreatePause(),
        SourcesPauseCommand.CreateResume(),
        SourcesCoverageCommand.Create(),
        SourcesBackfillCommand.Create(),
        SourcesRunsCommand.Create(),
    };
}
