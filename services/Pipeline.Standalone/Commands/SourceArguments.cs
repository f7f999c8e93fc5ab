using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary>Arguments that the verbs of <c>sources</c> share, and what is wrong with them.</summary>
internal static class SourceArguments
{
    /// <summary>Most days that one command looks at.</summary>
    public const int MaxDays = 3_660;

    public static Argument<string> Id() => new("source") { Description = "Id of a source; see: sources list.", HelpName = "ID" };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var day = DayText.Read(result.Tokens[0].Value);
            if (day is null)
            {
                result.AddError($"{name}: {result.Tokens[0].Value} is no day; write it as 2026-01-31.");
            }

            return day;
        },
    };

    /// <summary>Finds a source, or says that there is none.</summary>
    public static async Task<SourceDefinition?> FindAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var source = await services.GetRequiredService<SourceCatalogue>().FindAsync(id, cancellationToken);
        if (source is null)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{id}: no source has this id. See: sources list"));
        }

        return source;
    }

    /// <summary>Says what is wrong with a span of days.</summary>
    /// <returns>One line; null when all is well.</returns>
    public static string? Fault(DayWindow window, DateOnly today)
    {
        if (window.To < window.From)
        {
            return $"--to {DayText.Of(window.To)}: is before --from {DayText.Of(window.From)}.";
        }

        if (window.To > today)
        {
            return $"--to {DayText.Of(window.To)}: is still to come; today is {DayText.Of(today)} at the source.";
        }

        return window.Days > MaxDays ? $"--from {DayText.Of(window.From)}: more than {MaxDays} days; ask for fewer at a time." : null;
    }
}
