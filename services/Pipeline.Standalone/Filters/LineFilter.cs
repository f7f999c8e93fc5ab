using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Filters;

/// <summary>A stage as a filter: JSON Lines in, JSON Lines out, one output line for each good input line.</summary>
internal static class LineFilter
{
    /// <summary>Runs a filter to the end of its input. A bad line is named on <paramref name="problems"/> and left out.</summary>
    /// <returns>Lines that could not be read.</returns>
    public static async Task<int> RunAsync<TOutput>(
        Stream input, Stream output, TextWriter problems, Func<FilterInput, TOutput> stage, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        await using var buffered = new BufferedStream(output, 1 << 16);
        var bad = 0;
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Read(line, out var problem) is { } item)
            {
                JsonLines.Write(buffered, stage(item));
            }
            else
            {
                bad++;
                await problems.WriteLineAsync($"line {number}: {problem}");
            }
        }

        return bad;
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
