using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pipeline.Learning;

/// <summary>Reads labelled data: JSON Lines, one record a line, packed when the file ends in <c>.gz</c>. Names are matched whatever their case; what a record does not know is ignored.</summary>
public static class GoldFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Reads all records of a file, in order.</summary>
    /// <exception cref="GoldFileException">The file is not there, or a line is not the record expected; names the line.</exception>
    public static IAsyncEnumerable<T> ReadAsync<T>(string path, CancellationToken cancellationToken = default)
        => ReadAsync<T>(Open(path), path, cancellationToken);

    /// <summary>Reads all records of a stream, in order, and closes it.</summary>
    /// <param name="content">JSON Lines.</param>
    /// <param name="path">What messages call it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="GoldFileException">A line is not the record expected; names the line.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(Stream content, string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(content);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Read<T>(path, number, line);
            }
        }
    }

    private static Stream Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoldFileException($"{path}: {e.Message}", e);
        }
    }

    private static T Read<T>(string path, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("The line is null.");
        }
        catch (JsonException e)
        {
            throw new GoldFileException($"{path}: line {number}: {e.Message}", e);
        }
    }
}

/// <summary>Labelled data cannot be read. The message names file and line.</summary>
public sealed class GoldFileException(string message, Exception? inner) : Exception(message, inner);
