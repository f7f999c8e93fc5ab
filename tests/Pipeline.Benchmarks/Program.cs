using System.Globalization;
using Pipeline.Benchmarks;
using Pipeline.Testing;
using Spectre.Console;

// Papers per second end to end, and the floor: what the same broker and store give to bare clients for the same load.
var papers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;

var standalone = await StandaloneRun.MeasureAsync(papers);
await using var workers = await WorkersRun.StartAsync();
var endToEnd = await workers.MeasureAsync(papers);
var floor = await FloorRun.MeasureAsync(papers, await workers.SampleAsync(papers));

var table = new Table { Border = TableBorder.Simple }.AddColumns("path", "papers", "seconds", "papers/s");
Add("Standalone, whole process", papers, standalone.Elapsed);
Add("workers, fetch to PaperEnriched", papers, endToEnd);
Add("floor: raw publish, confirm, consume, ack", papers, floor.Messages);
Add("floor: raw bulk writes", papers, floor.Writes);
Add("floor together", papers, floor.Messages + floor.Writes);
AnsiConsole.Write(table);
AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"workers / floor: {(floor.Messages + floor.Writes) / endToEnd:0.00}"));

var memory = new Table { Border = TableBorder.Simple }.AddColumns("process", "MB at rest", "MB at peak");
memory.AddRow("Pipeline.Standalone", "-", Megabytes(standalone.PeakMemory));
foreach (var worker in workers.Memory)
{
    memory.AddRow(worker.Name, Megabytes(worker.AtRest), Megabytes(worker.AtPeak));
}

AnsiConsole.Write(memory);

void Add(string path, int count, TimeSpan elapsed) => table.AddRow(
    path,
    count.ToString(CultureInfo.InvariantCulture),
    elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
    (count / elapsed.TotalSeconds).ToString("0", CultureInfo.InvariantCulture));

static string Megabytes(long bytes) => (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);
