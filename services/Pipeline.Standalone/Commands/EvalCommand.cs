using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval</c>: a stage measured against labelled data.</summary>
internal static class EvalCommand
{
    public static Command Create() => new("eval", "Measure a stage against labelled data.")
    {
        EvalSentencesCommand.Create(),
        EvalRolesCommand.Create(),
        EvalClaimsCommand.Create(),
        EvalNamesCommand.Create(),
        EvalQuantitiesCommand.Create(),
        EvalTopicsCommand.Create(),
        EvalKeyphrasesCommand.Create(),
    };
}
