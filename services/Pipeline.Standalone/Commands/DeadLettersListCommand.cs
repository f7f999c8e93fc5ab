using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>deadletters list</c>: by stage and cause, or one by one.</summary>
internal sealed class DeadLettersListCommand
{
    private readonly FailureSelection _selection = new();
    private readonly ListOptions _list = new();
    private readonly Option<bool> _each = new("--each") { Description = "List messages one by one, with their ids." };
    private readonly Option<bool> _waiting = new("--waiting") { Description = "List what waits in the retry ledger, or is on its way, instead of dead letters." };
    private readonly Option<bool> _ended = new("--ended") { Description = "List what was replayed or discarded instead of dead letters." };

    public static Command Create()
    {
        var options = new DeadLettersListCommand();
        var command = new Command("list", "List messages that failed, by stage and cause, with counts and ages.") { options._each, options._waiting, options._ended };
        options._selection.AddFiltersTo(command);
        options._list.AddTo(command);
        command.SetAction(options.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var settings = GlobalOptions.Read(result);
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var store = host.Services.GetRequiredService<IFailureStore>();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var query = _selection.Read(result, now) with { States = States(result) };
        var screen = new Screen(settings.NoColor);
        if (result.GetValue(_each))
        {
            var failures = await store.ListAsync(query, _list.Limit(result), cancellationToken);
            await WriteAsync(result, failures.Select(FailureRow.Of), () => FailureTable.Write(screen, failures, now), cancellationToken);
            return ExitCode.Done;
        }

        var groups = await store.GroupAsync(query, cancellationToken);
        var shown = groups.Take(_list.Limit(result)).ToList();
        await WriteAsync(result, shown, () => FailureTable.Write(screen, groups, shown, now), cancellationToken);
        return ExitCode.Done;
    }

    private async Task WriteAsync<T>(ParseResult result, IEnumerable<T> items, Action write, CancellationToken cancellationToken)
    {
        if (_list.Json(result))
        {
            await JsonLines.WriteAsync(items.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            write();
        }
    }

    private FailureState[] States(ParseResult result)
    {
        var states = new List<FailureState>();
        if (result.GetValue(_waiting))
        {
            states.AddRange([FailureState.Waiting, FailureState.Sent]);
        }

        if (result.GetValue(_ended))
        {
            states.AddRange([FailureState.Replayed, FailureState.Discarded]);
        }

        return states.Count > 0 ? [.. states] : [FailureState.Dead];
    }
}
