using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary><c>train</c>: the model of a stage from labelled data.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Train the model of a stage on labelled data.")
    {
        TrainQuantitiesCommand.Create(),
    };
}
