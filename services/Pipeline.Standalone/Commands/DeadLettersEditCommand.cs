using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Scheduler;
using Pipeline.Standalone.DeadLetterWork;
using Pipeline.Standalone.Hosting;

namespace Pipeline.Standalone.Commands;

/// <summary><c>deadletters edit</c>: another body for a message.</summary>
internal sealed class DeadLettersEditCommand
{
    private readonly Argument<Guid> _id = new("id") { Description = "Id of a message; see: deadletters list --each", HelpName = "ID" };

    private readonly Option<string?> _body = new("--body")
    {
        Description = "File with the new body, or - for standard input. Without it the body opens in the editor of $EDITOR.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for the audit trail.", HelpName = "WORDS" };
    private readonly Option<bool> _replay = new("--replay") { Description = "Replay the message with its new body." };

    public static Command Create()
    {
        var options = new DeadLettersEditCommand();
        var command = new Command("edit", "Put another body in the place of a message's; the former one is kept.")
        {
            options._id, options._body, options._reason, options._replay,
        };
        command.SetAction(options.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var settings = GlobalOptions.Read(result);
        var id = result.GetRequiredValue(_id);
        using (var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken))
        {
            if (await host.Services.GetRequiredService<IFailureStore>().FindAsync(id, cancellationToken) is not { } failure)
            {
                return await DeadLettersCommand.UnknownAsync(id);
            }

            var body = await BodyInput.ReadAsync(failure, result.GetValue(_body), cancellationToken);
            if (body.AsSpan().SequenceEqual(failure.Body))
            {
                await Console.Out.WriteLineAsync("The body is the same; nothing was written.");
                return ExitCode.Done;
            }

            if (!await TryEditAsync(host.Services.GetRequiredService<DeadLetters>(), result, body, cancellationToken))
            {
                return ExitCode.Failed;
            }
        }

        return result.GetValue(_replay) ? await ReplayAsync(settings, id, cancellationToken) : ExitCode.Done;
    }

    private async Task<bool> TryEditAsync(DeadLetters letters, ParseResult result, byte[] body, CancellationToken cancellationToken)
    {
        var id = result.GetRequiredValue(_id);
        try
        {
            if (await letters.EditAsync(id, body, DeadLettersCommand.Person, result.GetValue(_reason), cancellationToken) is null)
            {
                await DeadLettersCommand.UnknownAsync(id);
                return false;
            }
        }
        catch (BodyRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return false;
        }

        await Console.Out.WriteLineAsync($"Edited {id:D}." + (result.GetValue(_replay) ? "" : $" Send it with: deadletters replay {id:D}"));
        return true;
    }

    private static async Task<int> ReplayAsync(GlobalSettings settings, Guid id, CancellationToken cancellationToken)
    {
        using (var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken))
        {
            await host.Services.GetRequiredService<DeadLetters>().ReplayAsync(id, DeadLettersCommand.Person, "edited", cancellationToken);
        }

        return await ReplayWork.FollowAsync(settings, [id], json: false, cancellationToken);
    }
}
