using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Testing;

/// <summary>A verb that runs until somebody ends it.</summary>
public sealed class RunningCommand : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly CancellationToken _cancellationToken;

    /// <summary>Starts it.</summary>
    /// <param name="environment">Its configuration, <c>Section__Key</c>.</param>
    /// <param name="cancellationToken">Stops all waiting for it.</param>
    /// <param name="arguments">Verb and options.</param>
    public RunningCommand(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        _cancellationToken = cancellationToken;
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.AssemblyOf("Pipeline.Standalone"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Configure(environment);
        _process = Process.Start(start) ?? throw new InvalidOperationException("The command line did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far, to both outputs.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Waits for something to come true.</summary>
    public Task UntilAsync(Func<bool> question)
        => Eventually.TrueAsync(() => Task.FromResult(question()), Patience, () => Output, _cancellationToken);

    /// <summary>Ends the process at once: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(_cancellationToken);
    }

    /// <summary>Presses Ctrl+C, and waits.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(_cancellationToken);
        }

        await _process.WaitForExitAsync(_cancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
