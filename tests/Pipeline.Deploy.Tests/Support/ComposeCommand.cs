using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline.Deploy.Tests.Support;

/// <summary>The compose command of this machine, as plug-in or as a program of its own.</summary>
internal sealed record ComposeCommand(string Program, IReadOnlyList<string> Prefix)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The command, or null when there is neither.</summary>
    public static async Task<ComposeCommand?> FindAsync(CancellationToken cancellationToken)
    {
        ComposeCommand[] candidates = [new("docker", ["compose"]), new("docker-compose", [])];
        foreach (var candidate in candidates)
        {
            try
            {
                if ((await candidate.RunAsync(["version"], ReadOnlyDictionary<string, string>.Empty, cancellationToken)).ExitCode == 0)
                {
                    return candidate;
                }
            }
            catch (Win32Exception)
            {
                // This one is not installed.
            }
        }

        return null;
    }

    /// <summary>Runs it in the root of the checkout, with these variables and no <c>.env</c> file.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, [.. Prefix, .. arguments])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Deployment.Example.Keys)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
