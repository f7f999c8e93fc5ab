using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Filters;

/// <summary>Some lines of input in a row, and the lines of output that one thread makes of them.</summary>
internal sealed class LineBatch
{
    // Enough that handing over costs nothing, so few that what waits stays small also when lines are long.
    private const int MostLines = 16;
    private const int MostCharacters = 1 << 18;

    private readonly List<(int Number, string Text)> _lines = [];
    private readonly List<string> _problems = [];
    private ReadOnlyMemory<byte> _output;

    private LineBatch()
    {
    }

    /// <summary>Lines that could not be read.</summary>
    public int Bad => _problems.Count;

    /// <summary>Number of its last line.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Reads the next lines.</summary>
    /// <param name="reader">The input.</param>
    /// <param name="number">Lines that were read before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null at the end of the input.</returns>
    public static async Task<LineBatch?> ReadAsync(TextReader reader, int number, CancellationToken cancellationToken)
    {
        var batch = new LineBatch { LastNumber = number };
        for (var characters = 0; batch._lines.Count < MostLines && characters < MostCharacters;)
        {
            if (await reader.ReadLineAsync(cancellationToken) is not { } line)
            {
                return batch._lines.Count > 0 ? batch : null;
            }

            characters += line.Length;
            batch.LastNumber++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                batch._lines.Add((batch.LastNumber, line));
            }
        }

        return batch;
    }

    /// <summary>Puts every line through a stage.</summary>
    public LineBatch Run<TOutput>(Func<FilterInput, TOutput> stage)
    {
        using var output = new MemoryStream();
        foreach (var (number, text) in _lines)
        {
            if (Read(text, out var problem) is { } item)
            {
                JsonLines.Write(output, stage(item));
            }
            else
            {
                _problems.Add($"line {number}: {problem}");
            }
        }

        _output = output.GetBuffer().AsMemory(0, (int)output.Length);
        return this;
    }

    /// <summary>Writes what came of it.</summary>
    public async Task WriteAsync(Stream output, TextWriter problems, CancellationToken cancellationToken)
    {
        foreach (var problem in _problems)
        {
            await problems.WriteLineAsync(problem);
        }

        await output.WriteAsync(_output, cancellationToken);
    }

    private static FilterInput? Read(string line, out string problem)
    {
        try
        {
            var item = JsonSerializer.Deserialize<FilterInput>(line, PaperJson.Options);
            problem = "has neither abstract nor sentences; give {\"id\",\"title\",\"abstract\"}.";
            return item is { Abstract: null, Sentences: null } ? null : item;
        }
        catch (JsonException e)
        {
            problem = $"is not the JSON object expected ({e.Message})";
            return null;
        }
    }
}
