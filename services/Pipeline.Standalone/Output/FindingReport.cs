using System.Text.Json;
using Pipeline.Standalone.Diagnosis;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Findings, each as soon as it is there: a line and what to do, or a JSON object.</summary>
internal sealed class FindingReport(Screen screen, bool json)
{
    private const int CheckWidth = 15;

    /// <summary>Whether something does not work.</summary>
    public bool Failed { get; private set; }

    public void Write(Finding finding)
    {
        Failed |= finding.Severity == Severity.Failed;
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            JsonLines.Write(output, finding);
            return;
        }

        var word = JsonNamingPolicy.KebabCaseLower.ConvertName(finding.Severity.ToString());
        screen.WriteMarkup($"[{Color(finding.Severity)}]{word,-8}[/] {Safe(finding.Check),-CheckWidth} {Safe(finding.Text)}");
        if (finding.Fix is { } fix)
        {
            screen.WriteMarkup($"{"",-8} {"",-CheckWidth} {Safe(fix)}");
        }
    }

    private static string Color(Severity severity) => severity switch
    {
        Severity.Ok => "green",
        Severity.Warning => "yellow",
        _ => "red",
    };

    private static string Safe(string text) => Markup.Escape(Screen.Safe(text));
}
