using System.Diagnostics;

namespace Pipeline.Testing;

/// <summary>One worker as a process of its own, started from the build output beside the test's.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    // Above the 45 s that a worker's host gives itself.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly int _replica;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly List<string> _log = [];
    private Process? _process;

    /// <param name="name">Project of the worker, for example <c>Pipeline.Parser</c>.</param>
    /// <param name="environment">Its configuration.</param>
    /// <param name="replica">Its number among the processes of this worker, from 1.</param>
    public WorkerProcess(string name, IReadOnlyDictionary<string, string> environment, int replica = 1)
    {
        _name = name;
        _environment = environment;
        _replica = replica;
    }

    /// <summary>Project of the worker.</summary>
    public string Name => _name;

    /// <summary>Whether the process was started and has ended, by itself or not.</summary>
    public bool HasExited => _process is { HasExited: true };

    /// <summary>Largest memory the running process has held, in bytes; 0 when it does not run.</summary>
    public long PeakMemory => Read(process => process.PeakWorkingSet64);

    /// <summary>Memory the running process holds now, in bytes; 0 when it does not run.</summary>
    public long Memory => Read(process => process.WorkingSet64);

    /// <summary>Lines the worker wrote, for the message of a failing test.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    /// <summary>Path of a program's assembly in the build output.</summary>
    public static string AssemblyOf(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(configuration.Parent!.Parent!.FullName, project, configuration.Name, $"{project}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built beside the tests.", path);
    }

    /// <summary>Starts the process.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(AssemblyOf(_name));
        start.Configure(_environment);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_name} did not start.");
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>Ends the process at once, as SIGKILL does: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Asks the process to stop, as an orchestrator does with SIGTERM, and waits for it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        var process = _process ?? throw new InvalidOperationException($"{_name} does not run.");
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        try
        {
            await process.WaitForExitAsync().WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            await KillAsync();
            throw new TimeoutException($"{_name} did not stop within {StopLimit.TotalSeconds:0} s of SIGTERM.\n{Log}");
        }

        var code = process.ExitCode;
        process.Dispose();
        _process = null;
        return code;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.Add($"{_name} {_replica}: {line}");
            }
        }
    }

    private long Read(Func<Process, long> value)
    {
        if (_process is not { HasExited: false } process)
        {
            return 0;
        }

        process.Refresh();
        return value(process);
    }
}
