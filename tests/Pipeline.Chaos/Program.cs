using System.Runtime.InteropServices;
using Pipeline.Chaos;

// Papers through the pipeline while its parts are taken away: dotnet run -c Release --project tests/Pipeline.Chaos -- --papers 20000 --seconds 300 --seed 1
var defaults = new ChaosOptions(20_000, TimeSpan.FromSeconds(300), Environment.TickCount & int.MaxValue, Replicas: 1, Restarts: true);
if (ChaosOptions.Read(args, defaults) is not { } options)
{
    await Console.Error.WriteLineAsync(ChaosOptions.Usage);
    return 2;
}

// However it is told to end, what it started ends with it.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var report = await ChaosRun.RunAsync(options, Console.WriteLine, stop.Token);
    foreach (var line in report.Lines())
    {
        Console.WriteLine(line);
    }

    return report.Violations.Count == 0 ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped. Nothing was checked.");
    return 1;
}
