using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions log</c> and <c>subscriptions events</c>: what was sent, and what was done.</summary>
internal static class SubscriptionsLogCommand
{
    public static Command CreateLog()
    {
        var options = new ListOptions();
        var name = SubscriptionArguments.Name();
        var failed = new Option<bool>("--failed") { Description = "Only what was not taken." };
        var command = new Command("log", "List what was sent for a subscription and how it went, the last first.") { name, failed };
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            if (await SubscriptionArguments.FindAsync(host.Services, result.GetRequiredValue(name), cancellationToken) is not { } found)
            {
                return ExitCode.Failed;
            }

            var attempts = await host.Services.GetRequiredService<IDeliveryAttempts>()
                .ListAsync(found.Id, result.GetValue(failed), options.Limit(result), cancellationToken);
            await WriteAsync(options.Json(result), attempts, () => AttemptTable.Write(new Screen(settings.NoColor), attempts), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateEvents()
    {
        var options = new ListOptions();
        var name = new Argument<string?>("subscription")
        {
            Description = "Name of a subscription, or id of one that may be removed; all when left out.",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("events", "List what was done to subscriptions, and by whom, the last first.") { name };
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            var (id, found) = await ReadAsync(host.Services, result.GetValue(name), cancellationToken);
            if (!found)
            {
                return ExitCode.Failed;
            }

            var events = await host.Services.GetRequiredService<ISubscriptionStore>().ListEventsAsync(id, options.Limit(result), cancellationToken);
            await WriteAsync(options.Json(result), events, () => SubscriptionEventTable.Write(new Screen(settings.NoColor), events), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<(Guid? Id, bool Found)> ReadAsync(IServiceProvider services, string? name, CancellationToken cancellationToken)
    {
        if (name is null)
        {
            return (null, true);
        }

        if (Guid.TryParse(name, out var id))
        {
            return (id, true);
        }

        var found = await SubscriptionArguments.FindAsync(services, name, cancellationToken);
        return (found?.Id, found is not null);
    }

    private static async Task WriteAsync<T>(bool json, IReadOnlyList<T> items, Action write, CancellationToken cancellationToken)
    {
        if (json)
        {
            await JsonLines.WriteAsync(items.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            write();
        }
    }
}
