using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Hosting;

/// <summary>Tells whoever starts work that a stage it needs is paused.</summary>
internal static class PauseNotice
{
    /// <summary>In one process nothing would move, so nothing is begun; separate workers keep what is handed to them, so a line is enough.</summary>
    /// <exception cref="InputException">A stage of this process is paused.</exception>
    public static async Task CheckAsync(IServiceProvider services, PipelineScope scope, CancellationToken cancellationToken)
    {
        var pauses = (await services.GetRequiredService<IPauseStore>().ListAsync(cancellationToken)).Where(pause => Needs(scope, pause.Stage)).ToList();
        foreach (var pause in pauses)
        {
            var says = Screen.Safe(StageTable.Says(pause));
            if (!services.GetRequiredService<Deployment>().Workers)
            {
                throw new InputException($"{says} Nothing was begun. Go on with: stages resume {StageTable.Word(pause.Stage)}");
            }

            await Console.Error.WriteLineAsync($"{says} What is handed over waits for it.");
        }
    }

    // Whoever serves heeds pauses as they come and go.
    private static bool Needs(PipelineScope scope, PipelineStage stage) => scope switch
    {
        // Papers are enriched all the same, and told of later.
        _ when stage == PipelineStage.Deliver => false,
        PipelineScope.Everything => false,
        PipelineScope.Stages => stage is PipelineStage.Parse or PipelineStage.Claims or PipelineStage.Topics,
        PipelineScope.Reprocessing => stage is not PipelineStage.Fetch,
        _ => true,
    };
}
