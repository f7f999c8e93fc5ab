using System.CommandLine;
using Pipeline.Standalone.Hosting;

namespace Pipeline.Standalone.Commands;

/// <summary>Options that every verb takes.</summary>
internal static class GlobalOptions
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Directory of the embedded store.",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "JSON file with configuration.",
        HelpName = "FILE",
        Recursive = true,
    };

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show log lines of normal running.",
        Recursive = true,
    };

    private static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "Write plain text.",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Data);
        root.Options.Add(Config);
        root.Options.Add(Verbose);
        root.Options.Add(NoColor);
    }

    public static GlobalSettings Read(ParseResult result)
        => new(result.GetValue(Data), result.GetValue(Config), result.GetValue(Verbose), result.GetValue(NoColor));
}
