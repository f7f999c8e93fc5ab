using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Subscriptions;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions list</c> and <c>subscriptions show</c>. Neither shows a secret.</summary>
internal static class SubscriptionsListCommand
{
    public static Command CreateList()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var command = new Command("list", "List subscriptions, by name: who is told of what, and how it stands.") { json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            var views = (await host.Services.GetRequiredService<ISubscriptionStore>().ListAsync(cancellationToken)).Select(SubscriptionView.Of).ToList();
            if (result.GetValue(json))
            {
                await JsonLines.WriteAsync(views.ToAsyncEnumerable(), cancellationToken);
            }
            else
            {
                SubscriptionTable.Write(new Screen(settings.NoColor), views);
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateShow()
    {
        var name = SubscriptionArguments.Name();
        var json = SubscriptionArguments.Json();
        var command = new Command("show", "Show a subscription, and how far behind the change log it is.") { name, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            if (await SubscriptionArguments.FindAsync(host.Services, result.GetRequiredValue(name), cancellationToken) is not { } found)
            {
                return ExitCode.Failed;
            }

            if (result.GetValue(json))
            {
                await JsonLines.WriteAsync(new[] { SubscriptionView.Of(found) }.ToAsyncEnumerable(), cancellationToken);
            }
            else
            {
                var last = await host.Services.GetRequiredService<IChangeLog>().LastSequenceAsync(cancellationToken);
                SubscriptionTable.Write(new Screen(settings.NoColor), SubscriptionView.Of(found), last);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
