using System.Diagnostics;

namespace Pipeline.Testing;

/// <summary>The command line as a process, as a user runs it.</summary>
public static class CommandLine
{
    /// <summary>Runs one verb to its end.</summary>
    /// <param name="arguments">Verb and options.</param>
    /// <param name="input">Standard input; empty when null.</param>
    /// <param name="environment">Its configuration, <c>Section__Key</c>.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static async Task<CommandResult> RunAsync(
        IEnumerable<string> arguments, string? input, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.AssemblyOf("Pipeline.Standalone"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Configure(environment);

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command line did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}

/// <summary>How a verb ended.</summary>
/// <param name="ExitCode">0 done, 1 some input failed, 2 usage or configuration.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Lines of standard output that hold something.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines of standard error that hold something.</summary>
    public IReadOnlyList<string> Problems => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
