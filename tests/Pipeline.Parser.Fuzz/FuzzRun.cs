using System.Diagnostics;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Fuzz;

/// <summary>How a run ended.</summary>
/// <param name="Executions">Inputs read.</param>
/// <param name="Papers">Papers they gave; a run that gives none tests little.</param>
/// <param name="Slowest">Time of the slowest input.</param>
/// <param name="SlowestLength">Its length in bytes.</param>
/// <param name="Fault">What was wrong with the last input; null when nothing was.</param>
/// <param name="FailingFile">File the last input was written to; null when nothing was wrong.</param>
public sealed record FuzzReport(long Executions, long Papers, TimeSpan Slowest, int SlowestLength, string? Fault, string? FailingFile);

/// <summary>Reads mutated listings until the time is over or something is wrong.</summary>
public static class FuzzRun
{
    // Not linear in anything: a reader that hangs must end the run, however long its input.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <summary>Runs. An input that hangs ends it too; the thread it hangs in stays behind.</summary>
    public static async Task<FuzzReport> RunAsync(FuzzOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var random = new Random(options.Seed);
        var mutation = new Mutation(random, Seeds.With(options.Corpus));
        string?[] formats = [null, null, .. new ListingReader().Formats];
        var clock = Stopwatch.StartNew();
        var report = new FuzzReport(0, 0, TimeSpan.Zero, 0, null, null);
        while (clock.Elapsed < options.Duration && report.Fault is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var input = mutation.Next();
            var format = formats[random.Next(formats.Length)];
            report = Add(report, input, await ProbeAsync(input, format, cancellationToken), format, options.Output);
        }

        return report;
    }

    private static async Task<Probed> ProbeAsync(byte[] input, string? format, CancellationToken cancellationToken)
    {
        var probe = Task.Run(() => ListingProbe.ReadAsync(new MemoryStream(input), Unpacked(input), "fuzz", format, cancellationToken), cancellationToken);
        try
        {
            return await probe.WaitAsync(Hang, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new Probed("hangs", format, 0, Hang, 0);
        }
    }

    // What is packed may grow; the limits count what it grows to, as far as the mutations pack at all.
    private static long Unpacked(byte[] input) => input.Length > 2 && input[0] == 0x1F && input[1] == 0x8B ? Math.Max(input.Length, 1 << 20) : input.Length;

    private static FuzzReport Add(FuzzReport report, byte[] input, Probed probed, string? format, string output)
    {
        report = report with { Executions = report.Executions + 1, Papers = report.Papers + probed.Papers };
        report = probed.Elapsed > report.Slowest ? report with { Slowest = probed.Elapsed, SlowestLength = input.Length } : report;
        if (probed.Fault is null)
        {
            return report;
        }

        Directory.CreateDirectory(output);
        var file = Path.Combine(output, $"fuzz-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input).AsSpan(0, 6))}");
        File.WriteAllBytes(file, input);
        return report with { Fault = $"as {format ?? "whatever it is"}: {probed.Fault}", FailingFile = file };
    }
}
