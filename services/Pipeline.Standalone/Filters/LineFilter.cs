using System.Text;

namespace Pipeline.Standalone.Filters;

/// <summary>A stage as a filter: JSON Lines in, JSON Lines out, one output line for each good input line, in their order.</summary>
/// <remarks>Lines are worked on by all processors. Only so many wait at once that they keep busy, so memory does not grow with the input.</remarks>
internal static class LineFilter
{
    private static readonly int MostRunning = Environment.ProcessorCount + 1;

    /// <summary>Runs a filter to the end of its input. A bad line is named on <paramref name="problems"/> and left out.</summary>
    /// <param name="input">JSON Lines.</param>
    /// <param name="output">Receives JSON Lines.</param>
    /// <param name="problems">Receives a line for each bad one.</param>
    /// <param name="stage">Called by several threads at once.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Lines that could not be read.</returns>
    public static async Task<int> RunAsync<TOutput>(
        Stream input, Stream output, TextWriter problems, Func<FilterInput, TOutput> stage, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        var running = new Queue<Task<LineBatch>>();
        var bad = 0;
        var number = 0;
        while (await LineBatch.ReadAsync(reader, number, cancellationToken) is { } batch)
        {
            number = batch.LastNumber;
            running.Enqueue(Task.Run(() => batch.Run(stage), cancellationToken));
            if (running.Count == MostRunning)
            {
                bad += await WriteAsync(await running.Dequeue());
            }
        }

        while (running.TryDequeue(out var rest))
        {
            bad += await WriteAsync(await rest);
        }

        return bad;

        async Task<int> WriteAsync(LineBatch batch)
        {
            await batch.WriteAsync(output, problems, cancellationToken);
            return batch.Bad;
        }
    }
}
