using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Fetcher.Fetching;
using Pipeline.Learning;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.Commands;

/// <summary>The command line: verbs, and how failures become one line and an exit code.</summary>
internal static class PipelineCommand
{
    // Above the time that stopping in order takes, so that a person who presses Ctrl+C reads what became of the work.
    private static readonly TimeSpan Termination = TimeSpan.FromSeconds(60);

    /// <summary>Runs one verb.</summary>
    /// <returns>0 done, 1 some input failed, 2 usage or configuration.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var result = Create().Parse(args);
        if (result.Errors.Count > 0 && result.Action is not HelpAction)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Add --help to see how it is used.");
            return ExitCode.Usage;
        }

        return await InvokeAsync(result);
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Turns listings of research papers into papers with claims, evidence and topics.");
        GlobalOptions.AddTo(root);
        root.Subcommands.Add(IngestCommand.Create());
        root.Subcommands.Add(PapersCommand.Create());
        root.Subcommands.Add(ClaimsCommand.Create());
        root.Subcommands.Add(TopicsCommand.Create());
        root.Subcommands.Add(ChangesCommand.Create());
        root.Subcommands.Add(SubscriptionsCommand.Create());
        root.Subcommands.Add(TryCommand.Create());
        root.Subcommands.Add(EvalCommand.Create());
        root.Subcommands.Add(TrainCommand.Create());
        root.Subcommands.Add(SourcesCommand.Create());
        root.Subcommands.Add(ReparseCommand.Create());
        root.Subcommands.Add(ReprocessCommand.Create());
        root.Subcommands.Add(RunsCommand.Create());
        root.Subcommands.Add(DeadLettersCommand.Create());
        root.Subcommands.Add(StagesCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        return root;
    }

    private static async Task<int> InvokeAsync(ParseResult result)
    {
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Termination });
        }
        catch (OptionsValidationException e)
        {
            return await FailAsync(ExitCode.Usage, e.Failures.Select(failure => $"configuration: {failure}"));
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            // More than one section is wrong.
            return await FailAsync(ExitCode.Usage, e.InnerExceptions
                .SelectMany(inner => ((OptionsValidationException)inner).Failures)
                .Select(failure => $"configuration: {failure}"));
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or FormatException)
        {
            return await FailAsync(ExitCode.Usage, [$"configuration: {e.Message}"]);
        }
        catch (UnknownTopicException e)
        {
            return await FailAsync(ExitCode.Usage, [e.Message]);
        }
        catch (GoldFileException e)
        {
            return await FailAsync(ExitCode.Usage, [e.Message]);
        }
        catch (Exception e) when (e is InputException or FetchException or StoreUnusableException)
        {
            return await FailAsync(ExitCode.Failed, [e.Message]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(ExitCode.Failed, [$"{e.Message} Nothing was recorded. Check free space and permissions, and run it again."]);
        }
        catch (Exception e) when (e is MongoDB.Driver.MongoException or TimeoutException)
        {
            return await FailAsync(ExitCode.Failed, [$"The store does not answer ({e.Message}). What was stored is kept; check Mongo:ConnectionString and run it again."]);
        }
        catch (MassTransit.MassTransitException e)
        {
            return await FailAsync(ExitCode.Failed, [$"The broker cannot be used ({e.Message}). Check Broker:Address and that the workers have been started."]);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(ExitCode.Failed, ["Stopped. What was stored is kept; run the same command again to go on."]);
        }
    }

    private static async Task<int> FailAsync(int code, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        }

        return code;
    }
}
