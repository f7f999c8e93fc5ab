using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>claims export</c>.</summary>
internal static class ClaimsExportCommand
{
    private enum Form
    {
        Jsonl,
        Csv,
    }

    public static Command Create()
    {
        var claims = new ClaimOptions();
        var form = new WordOption<Form>(
            "--format",
            "JSON Lines (default), one claim a line, or CSV, one row a claim and number. In CSV a text that starts with = + - @, tab or "
            + "line end gets an apostrophe in front, so that no spreadsheet runs it",
            "FORMAT");
        var command = new Command("export", "Print every claim that the options let through.");
        claims.AddTo(command);
        command.Options.Add(form.Option);
        command.SetAction((result, cancellationToken)
            => RunAsync(GlobalOptions.Read(result), claims.Read(result), form.Value(result) ?? Form.Jsonl, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, ClaimQuery query, Form form, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var hits = host.Services.GetRequiredService<IPaperStore>().SearchClaimsAsync(query, cancellationToken);
        if (form == Form.Csv)
        {
            await ClaimCsv.WriteAsync(hits, cancellationToken);
        }
        else
        {
            await JsonLines.WriteAsync(hits, cancellationToken);
        }

        return ExitCode.Done;
    }
}
