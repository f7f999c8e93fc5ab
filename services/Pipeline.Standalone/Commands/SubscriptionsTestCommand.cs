using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions test</c>.</summary>
internal static class SubscriptionsTestCommand
{
    public static Command Create()
    {
        var name = SubscriptionArguments.Name();
        var json = SubscriptionArguments.Json();
        var command = new Command("test", "Send one event or mail as a test, now, and say how it went. A reader who has not agreed yet is asked again.") { name, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result), result.GetRequiredValue(name), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string name, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateSubscriptionsAsync(settings, cancellationToken);
        if (await SubscriptionArguments.FindAsync(host.Services, name, cancellationToken) is not { } found)
        {
            return ExitCode.Failed;
        }

        var done = await host.Services.GetRequiredService<SubscriptionWork>().TestAsync(found.Id, SubscriptionArguments.By, cancellationToken);
        if (done.Attempt is not { } attempt)
        {
            return await SubscriptionArguments.RefuseAsync("test", done.Refusal!);
        }

        if (json)
        {
            await JsonLines.WriteAsync(new[] { attempt }.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            await (attempt.Delivered ? Console.Out : Console.Error).WriteLineAsync(Screen.Safe(AttemptTable.Line(found.Name, attempt)));
        }

        return attempt.Delivered ? ExitCode.Done : ExitCode.Failed;
    }
}
