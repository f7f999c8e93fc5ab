using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.Standalone.Reprocessing;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>reprocess</c>: stored papers done again by a stage, and what that changes.</summary>
internal sealed class ReprocessCommand
{
    private const string Parse = "parse";
    private const int History = 100;

    private readonly ReprocessOptions _papers = new();
    private readonly Option<string> _from = new("--from")
    {
        Description = "Where to begin: parse (reads the archive again, as reparse does), claims or topics.",
        HelpName = "STAGE",
        Required = true,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only count the papers, and say how long it takes." };
    private readonly Option<bool> _shadow = new("--shadow") { Description = "Compare what this program finds with what is stored, and write neither papers nor events." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the run as one JSON object." };

    private ReprocessCommand() => _from.AcceptOnlyFromAmong(Parse, "claims", "topics");

    public static Command Create()
    {
        var options = new ReprocessCommand();
        var command = new Command("reprocess", "Do stored papers again, in the background of fresh ones, and show what changes.")
        {
            options._from, options._dryRun, options._shadow, options._json,
        };
        options._papers.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(options._from) == Parse && options.OnlyForStages(result) is { } name)
            {
                result.AddError($"{name}: cannot be asked for together with --from parse.");
            }
        });
        command.SetAction(options.RunAsync);
        return command;
    }

    private string? OnlyForStages(System.CommandLine.Parsing.CommandResult result)
        => result.GetValue(_shadow) ? _shadow.Name : _papers.OnlyForPapers(result);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var settings = GlobalOptions.Read(result);
        if (result.GetValue(_from) == Parse)
        {
            var (source, since, until) = _papers.Listings(result);
            return await ReparseCommand.RunAsync(settings, source, since, until, result.GetValue(_dryRun), result.GetValue(_json), cancellationToken);
        }

        var stage = result.GetValue(_from) == "claims" ? EnrichmentStage.Claims : EnrichmentStage.Topics;
        ReprocessRun run;
        using (var host = await PipelineHost.CreateStagesAsync(settings, cancellationToken))
        {
            var services = host.Services;
            var store = services.GetRequiredService<IReprocessStore>();
            var target = services.GetRequiredService<StageResults>().VersionOf(stage);
            var selection = _papers.Read(
                result, stage, target, services.GetRequiredService<TopicLookup>(), await store.ListVersionsAsync(stage, cancellationToken));
            if (result.GetValue(_dryRun))
            {
                await PlanAsync(services, new Screen(settings.NoColor), selection, target, result.GetValue(_shadow), cancellationToken);
                return ExitCode.Done;
            }

            run = await services.GetRequiredService<ReprocessRuns>().StartAsync(selection, target, result.GetValue(_shadow), cancellationToken);
        }

        return await ReprocessWork.FollowAsync(settings, run, result.GetValue(_json), cancellationToken);
    }

    private static async Task PlanAsync(
        IServiceProvider services, Screen screen, PaperSelection selection, StageVersion target, bool shadow, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IReprocessStore>();
        var papers = await store.CountPapersAsync(selection, cancellationToken);

        // A run that only compares looks at every paper.
        var others = shadow || selection.OtherThan == target
            ? papers
            : await store.CountPapersAsync(selection with { OtherThan = target }, cancellationToken);
        var history = await store.ListAsync(after: null, History, cancellationToken);
        var expected = ReprocessPace.Expected(history, selection.Stage, shadow);
        var rate = expected ?? await services.GetRequiredService<ShadowWork>().MeasureAsync(selection, cancellationToken);
        ReprocessReport.WritePlan(screen, selection, target.ToString(), papers, papers - others, rate, atLeast: expected is null);
    }
}
