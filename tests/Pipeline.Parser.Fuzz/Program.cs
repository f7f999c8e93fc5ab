using System.Globalization;
using Pipeline.Parser.Fuzz;
using Pipeline.Testing;

// Mutated listings against the reader, for as long as you like: dotnet run -c Release --project tests/Pipeline.Parser.Fuzz -- --seconds 600 --seed 1
var defaults = new FuzzOptions(TimeSpan.FromSeconds(60), Environment.TickCount & int.MaxValue, Directory.GetCurrentDirectory(), RepositoryFiles.FindShared("data/listings"));
if (FuzzOptions.Read(args, defaults) is not { } options)
{
    await Console.Error.WriteLineAsync(FuzzOptions.Usage);
    return 2;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, {options.Duration.TotalSeconds} s, corpus: {options.Corpus ?? "inline samples only"}"));
var report = await FuzzRun.RunAsync(options, CancellationToken.None);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{report.Executions} executions, {report.Papers} papers; slowest input: {report.Slowest.TotalMilliseconds:0} ms for {report.SlowestLength} bytes"));
if (report.Fault is not null)
{
    Console.WriteLine($"{report.FailingFile}: {report.Fault}");
}

return report.Fault is null ? 0 : 1;
