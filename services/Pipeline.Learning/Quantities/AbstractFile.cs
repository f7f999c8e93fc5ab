using System.IO.Compression;
using System.Text.Json;

namespace Pipeline.Learning.Quantities;

/// <summary>Looks abstracts up by id in JSON Lines, gzipped when the name ends in <c>.gz</c>.</summary>
public static class AbstractFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the abstracts of the given ids; an id that is not there is left out.</summary>
    /// <exception cref="GoldFileException">The file cannot be read.</exception>
    public static async Task<Dictionary<string, string>> ReadAsync(string path, IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in ReadAllAsync(path, cancellationToken))
        {
            if (ids.Contains(row.Id))
            {
                texts[row.Id] = row.Abstract;
            }
        }

        return texts;
    }

    /// <summary>Reads all rows, in order.</summary>
    /// <exception cref="GoldFileException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<AbstractRow> ReadAllAsync(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open(path);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                yield return Parse(path, line);
            }
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            return new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoldFileException($"{path}: {e.Message}", e);
        }
    }

    private static AbstractRow Parse(string path, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AbstractRow>(line, Options) ?? throw new JsonException("The line is null.");
        }
        catch (JsonException e)
        {
            throw new GoldFileException($"{path}: {e.Message}", e);
        }
    }
}

/// <summary>An abstract with its id.</summary>
public sealed record AbstractRow(string Id, string Abstract);
