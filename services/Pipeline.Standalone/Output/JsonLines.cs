using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Output;

/// <summary>One JSON object a line on standard output.</summary>
internal static class JsonLines
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static async Task WriteAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            Write(output, item);
        }
    }

    public static void Write<T>(Stream output, T item)
    {
        JsonSerializer.Serialize(output, item, PaperJson.Options);
        output.Write(LineEnd);
    }
}
