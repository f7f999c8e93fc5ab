using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>papers list, show, history, search, export</c>.</summary>
internal static class PapersCommand
{
    public static Command Create() => new("papers", "Read papers back.")
    {
        PapersListCommand.Create(),
        CreateSearch(),
        CreateShow(),
        PapersHistoryCommand.Create(),
        CreateExport(),
    };

    private static Command CreateSearch()
    {
        var options = new ListOptions();
        var text = new Argument<string[]>("words") { Description = "Words that title or abstract must have.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("search", "Find papers by words.") { text };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => PrintAsync(
            GlobalOptions.Read(result),
            new PaperQuery { Text = string.Join(' ', result.GetRequiredValue(text)), Limit = options.Limit(result) },
            options.Json(result),
            cancellationToken));
        return command;
    }

    private static Command CreateShow()
    {
        var key = PaperArgument.Create();
        var json = new Option<bool>("--json") { Description = "Print the paper as one JSON object." };
        var command = new Command("show", "Show one paper, the evidence of each claim marked in its abstract.") { key, json };
        command.SetAction((result, cancellationToken) => ShowAsync(
            GlobalOptions.Read(result), result.GetRequiredValue(key), result.GetValue(json), cancellationToken));
        return command;
    }

    private static Command CreateExport()
    {
        var command = new Command("export", "Print every paper, one JSON object a line.");
        command.SetAction((result, cancellationToken) => PrintAsync(GlobalOptions.Read(result), new PaperQuery(), json: true, cancellationToken));
        return command;
    }

    private static async Task<int> PrintAsync(GlobalSettings settings, PaperQuery query, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        await PrintAsync(host.Services.GetRequiredService<IPaperStore>(), new Screen(settings.NoColor), query, json, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Prints the papers that a query asks for, as a table or as JSON Lines.</summary>
    internal static async Task PrintAsync(IPaperStore store, Screen screen, PaperQuery query, bool json, CancellationToken cancellationToken)
    {
        var papers = store.QueryAsync(query, cancellationToken);
        if (json)
        {
            await PaperLines.WriteAsync(papers, cancellationToken);
        }
        else
        {
            await PaperTable.WriteAsync(screen, papers, cancellationToken);
        }
    }

    private static async Task<int> ShowAsync(GlobalSettings settings, string key, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var paper = await host.Services.GetRequiredService<IPaperStore>().FindAsync(PaperIdentity.Lookup(key), cancellationToken);
        if (paper is null)
        {
            return await PaperArgument.UnknownAsync(key);
        }

        if (json)
        {
            PaperLines.Write(paper);
        }
        else
        {
            PaperPage.Write(new Screen(settings.NoColor), paper);
        }

        return ExitCode.Done;
    }
}
