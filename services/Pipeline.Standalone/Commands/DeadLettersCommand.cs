using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Scheduler;
using Pipeline.Standalone.DeadLetterWork;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>deadletters</c>: messages that failed, and what a person does about them.</summary>
internal static class DeadLettersCommand
{
    private static readonly FailureState[] Dead = [FailureState.Dead];

    public static Command Create() => new("deadletters", "Messages that failed: list, show, replay, edit and discard them.")
    {
        DeadLettersListCommand.Create(),
        CreateShow(),
        CreateReplay(),
        DeadLettersEditCommand.Create(),
        CreateDiscard(),
    };

    /// <summary>Who acts, for the audit trail.</summary>
    internal static string Person => Environment.UserName is { Length: > 0 } name ? name : "somebody";

    internal static async Task<int> UnknownAsync(Guid id)
    {
        await Console.Error.WriteLineAsync($"{id:D}: there is no such message, or it is on its way or over. See: deadletters list --each --ended");
        return ExitCode.Failed;
    }

    private static Command CreateShow()
    {
        var id = new Argument<Guid>("id") { Description = "Id of a message; see: deadletters list --each", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("show", "Show a message: body, headers, cause, stack, its paper and that one's timeline, and what was done about it.") { id, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            if (await host.Services.GetRequiredService<IFailureStore>().FindAsync(result.GetRequiredValue(id), cancellationToken) is not { } failure)
            {
                return await UnknownAsync(result.GetRequiredValue(id));
            }

            if (result.GetValue(json))
            {
                await JsonLines.WriteAsync(new[] { FailureLine.Of(failure) }.ToAsyncEnumerable(), cancellationToken);
            }
            else
            {
                var timeline = failure.PaperId is { } paper
                    ? await host.Services.GetRequiredService<ITimelineStore>().FindAsync(paper, cancellationToken)
                    : null;
                FailurePage.Write(new Screen(settings.NoColor), failure, timeline ?? []);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateReplay()
    {
        var selection = new FailureSelection();
        var reason = new Option<string?>("--reason") { Description = "Why, for the audit trail.", HelpName = "WORDS" };
        var json = new Option<bool>("--json") { Description = "Print every replayed message as one JSON object a line." };
        var command = new Command("replay", "Send messages back to their queues, and wait for how they fare.") { reason, json };
        selection.AddChoiceTo(command, new Option<bool>("--all") { Description = "All dead letters." });
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            var asked = new List<Guid>();
            var refused = 0;
            using (var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken))
            {
                var letters = host.Services.GetRequiredService<DeadLetters>();
                await foreach (var id in letters.KeysAsync(Query(selection, result, host.Services), cancellationToken))
                {
                    if (await letters.ReplayAsync(id, Person, result.GetValue(reason), cancellationToken) is not null)
                    {
                        asked.Add(id);
                    }
                }

                refused = await SayRefusedAsync(selection.Read(result, default).Ids, asked);
            }

            var code = await ReplayWork.FollowAsync(settings, asked, result.GetValue(json), cancellationToken);
            return refused > 0 ? ExitCode.Failed : code;
        });
        return command;
    }

    private static Command CreateDiscard()
    {
        var selection = new FailureSelection();
        var reason = new Option<string>("--reason") { Description = "Why, for the audit trail.", HelpName = "WORDS", Required = true };
        var command = new Command("discard", "Give messages up; they are kept a while with the reason.") { reason };
        selection.AddChoiceTo(command, new Option<bool>("--all") { Description = "All dead letters." });
        command.SetAction(async (result, cancellationToken) =>
        {
            using var host = await PipelineHost.CreateReaderAsync(GlobalOptions.Read(result), cancellationToken);
            var letters = host.Services.GetRequiredService<DeadLetters>();
            var done = new List<Guid>();
            await foreach (var id in letters.KeysAsync(Query(selection, result, host.Services), cancellationToken))
            {
                if (await letters.DiscardAsync(id, Person, result.GetRequiredValue(reason), cancellationToken) is not null)
                {
                    done.Add(id);
                }
            }

            await Console.Out.WriteLineAsync($"Discarded {done.Count}.");
            return await SayRefusedAsync(selection.Read(result, default).Ids, done) > 0 ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    // Named messages may wait in the ledger; a group means dead letters alone.
    private static FailureQuery Query(FailureSelection selection, ParseResult result, IServiceProvider services)
    {
        var query = selection.Read(result, services.GetRequiredService<TimeProvider>().GetUtcNow());
        return query.Ids.Count > 0 ? query : query with { States = Dead };
    }

    private static async Task<int> SayRefusedAsync(IEnumerable<Guid> named, IReadOnlyCollection<Guid> done)
    {
        var refused = named.Distinct().Except(done).ToList();
        foreach (var id in refused)
        {
            await UnknownAsync(id);
        }

        return refused.Count;
    }
}
