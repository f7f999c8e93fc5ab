using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>claims search, export</c>.</summary>
internal static class ClaimsCommand
{
    public static Command Create() => new("claims", "Read claims back.") { CreateSearch(), ClaimsExportCommand.Create() };

    private static Command CreateSearch()
    {
        var options = new ListOptions();
        var claims = new ClaimOptions();
        var order = new WordOption<ClaimOrder>("--order", "Newest paper first, or highest number first", "ORDER");
        var command = new Command("search", "Find claims by their words, names and numbers; what asks about a number asks it of one and the same number.");
        claims.AddTo(command);
        command.Options.Add(order.Option);
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result),
            claims.Read(result) with { Order = order.Value(result) ?? ClaimOrder.Newest, Limit = options.Limit(result) },
            options.Json(result),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, ClaimQuery query, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var hits = host.Services.GetRequiredService<IPaperStore>().SearchClaimsAsync(query, cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(hits, cancellationToken);
        }
        else
        {
            await ClaimTable.WriteAsync(new Screen(settings.NoColor), hits, new ClaimFilter(query), cancellationToken);
        }

        return ExitCode.Done;
    }
}
