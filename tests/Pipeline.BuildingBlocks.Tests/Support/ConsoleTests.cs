namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Tests that read what is written to the console; they run alone, because there is one console a process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleTests
{
    public const string Name = "Console";
}
