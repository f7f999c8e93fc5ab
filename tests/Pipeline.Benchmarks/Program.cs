using System.Globalization;
using Pipeline.Benchmarks;
using Pipeline.Benchmarks.Claims;
using Pipeline.Benchmarks.Delivery;
using Pipeline.Benchmarks.Parsing;
using Pipeline.Benchmarks.Reprocessing;
using Pipeline.Benchmarks.Topics;
using Pipeline.Testing;
using Spectre.Console;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160;
}

// parse [PAPERS]: the readers alone, beside Python's.
if (args is ["parse", ..])
{
    await ParsingRun.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2000);
    return;
}

// claims [ABSTRACTS] | claims --file JSONL: the claim stage alone.
if (args is ["claims", ..])
{
    await ClaimsRun.RunAsync(args[1..]);
    return;
}

// topics [ABSTRACTS] | topics --file JSONL: the topic stage alone.
if (args is ["topics", ..])
{
    await TopicsRun.RunAsync(args[1..]);
    return;
}

// reprocess [PAPERS] [embedded | workers]: papers done again, and fresh papers beside them.
if (args is ["reprocess", ..])
{
    await ReprocessBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4000, args.ElementAtOrDefault(2));
    return;
}

// delivery [PAPERS]: from PaperEnriched to whoever listens outside.
if (args is ["delivery", ..])
{
    await DeliveryBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4000);
    return;
}

// Papers per second end to end, and the floor: what the same broker and store give to bare clients for the same load.
// Workers and floor take turns, so that both meet the same machine; the middle of the rounds is what counts.
const int Rounds = 3;
var papers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;

var standalone = await StandaloneRun.MeasureAsync(papers);
await using var workers = await WorkersRun.StartAsync();
var endToEnd = new List<TimeSpan>();
var floors = new List<Floor>();
for (var round = 0; round < Rounds; round++)
{
    endToEnd.Add(await workers.MeasureAsync(papers));
    floors.Add(await FloorRun.MeasureAsync(papers, await workers.SampleAsync(papers)));
}

var table = new Table { Border = TableBorder.Simple };
foreach (var column in new[] { "path", "papers", "seconds", "papers/s", "slowest to fastest" })
{
    table.AddColumn(column, options => options.NoWrap());
}

Add("Standalone, whole process", [standalone.Elapsed]);
Add("workers, fetch to PaperEnriched", endToEnd);
Add("floor: raw publish, confirm, consume, ack", [.. floors.Select(floor => floor.Messages)]);
Add("floor: raw bulk writes", [.. floors.Select(floor => floor.Writes)]);
Add("floor together", [.. floors.Select(floor => floor.Together)]);
AnsiConsole.Write(table);

var ratio = Middle([.. floors.Select(floor => floor.Together)]) / Middle(endToEnd);
AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"workers / floor: {ratio:0.00}"));

var memory = new Table { Border = TableBorder.Simple }.AddColumns("process", "MB at rest", "MB at peak");
memory.AddRow("Pipeline.Standalone", "-", Megabytes(standalone.PeakMemory));
foreach (var worker in workers.Memory)
{
    memory.AddRow(worker.Name, Megabytes(worker.AtRest), Megabytes(worker.AtPeak));
}

AnsiConsole.Write(memory);

void Add(string path, IReadOnlyList<TimeSpan> times) => table.AddRow(
    path,
    papers.ToString(CultureInfo.InvariantCulture),
    Middle(times).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
    Rate(Middle(times)),
    times.Count == 1 ? "-" : $"{Rate(times.Max())} to {Rate(times.Min())}");

string Rate(TimeSpan time) => (papers / time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

static TimeSpan Middle(IReadOnlyList<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

static string Megabytes(long bytes) => (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);
