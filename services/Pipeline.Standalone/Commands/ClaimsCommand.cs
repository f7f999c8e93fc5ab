using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>claims search</c>.</summary>
internal static class ClaimsCommand
{
    public static Command Create() => new("claims", "Read claims back.") { CreateSearch() };

    private static Command CreateSearch()
    {
        var options = new ListOptions();
        var words = new Argument<string[]>("words") { Description = "Words that the quote must have.", Arity = ArgumentArity.ZeroOrMore };
        var type = new Option<ClaimType?>("--type")
        {
            Description = $"Only claims of this type: {string.Join(", ", Enum.GetNames<ClaimType>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}.",
            HelpName = "TYPE",
        };
        var command = new Command("search", "Find claims by words and type.") { words, type };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result),
            new ClaimQuery { Text = string.Join(' ', result.GetValue(words) ?? []), Type = result.GetValue(type), Limit = options.Limit(result) },
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
            await ClaimTable.WriteAsync(new Screen(settings.NoColor), hits, cancellationToken);
        }

        return ExitCode.Done;
    }
}
