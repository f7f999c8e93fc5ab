using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions pause</c>, <c>resume</c>, <c>replay</c> and <c>remove</c>.</summary>
internal static class SubscriptionsChangeCommand
{
    public static Command CreatePause()
    {
        var reason = new Option<string?>("--reason") { Description = "Why, for whoever finds it paused.", HelpName = "TEXT" };
        var command = Create(
            "pause",
            "Stop a subscription for a while; it keeps its place.",
            (work, id, result, token) => work.PauseAsync(id, result.GetValue(reason), SubscriptionArguments.By, token),
            done => done.Unchanged ? $"{Name(done)} is paused already." : $"Paused {Name(done)}. Go on with: subscriptions resume {Quoted(done)}");
        command.Options.Add(reason);
        return command;
    }

    public static Command CreateResume() => Create(
        "resume",
        "Let a subscription that was paused or given up go on where it was.",
        (work, id, _, token) => work.ResumeAsync(id, SubscriptionArguments.By, token),
        done => done.Unchanged ? $"{Name(done)} is active already."
            : done.Subscription!.State == SubscriptionState.Pending ? $"The reader of {Name(done)} is asked again."
            : $"{Name(done)} goes on.");

    public static Command CreateReplay()
    {
        var after = new Option<long>("--after") { Description = "The place in the change log after which it is told again; 0 for the first that is kept.", HelpName = "N", Required = true };
        var command = Create(
            "replay",
            "Set a webhook to another place in the change log, after which it is told all again.",
            (work, id, result, token) => work.ReplayAsync(id, result.GetValue(after), SubscriptionArguments.By, token),
            done => $"{Name(done)} is told what comes after {done.Subscription!.Cursor}{(done.Subscription.State == SubscriptionState.Active ? "." : ", once it is resumed.")}");
        command.Options.Add(after);
        return command;
    }

    public static Command CreateRemove() => Create(
        "remove",
        "Remove a subscription and its log; what was done to it stays among the events.",
        (work, id, _, token) => work.RemoveAsync(id, SubscriptionArguments.By, token),
        done => $"Removed {Name(done)}.");

    private static Command Create(
        string verb,
        string description,
        Func<SubscriptionWork, Guid, ParseResult, CancellationToken, Task<SubscriptionResult>> change,
        Func<SubscriptionResult, string> say)
    {
        var name = SubscriptionArguments.Name();
        var command = new Command(verb, description) { name };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var host = await Hosting.PipelineHost.CreateSubscriptionsAsync(GlobalOptions.Read(result), cancellationToken);
            if (await SubscriptionArguments.FindAsync(host.Services, result.GetRequiredValue(name), cancellationToken) is not { } found)
            {
                return ExitCode.Failed;
            }

            var done = await change(host.Services.GetRequiredService<SubscriptionWork>(), found.Id, result, cancellationToken);
            if (done.Refusal is { } refusal)
            {
                return await SubscriptionArguments.RefuseAsync(verb, refusal);
            }

            await Console.Out.WriteLineAsync(Screen.Safe(say(done)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Name(SubscriptionResult done) => done.Subscription!.Name;

    private static string Quoted(SubscriptionResult done) => Name(done).Contains(' ', StringComparison.Ordinal) ? $"\"{Name(done)}\"" : Name(done);
}
