using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary><c>train</c>: a model made from data.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Make a model of a stage from data.")
    {
        TrainClaimsCommand.Create(),
        TrainNamesCommand.Create(),
        TrainQuantitiesCommand.Create(),
        TrainTopicsCommand.Create(),
    };
}
