namespace Pipeline.Standalone.Ingestion;

/// <summary>Opens what a person named as input.</summary>
internal static class InputFile
{
    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="InputException">It cannot be read; the message says what, where and what to do.</exception>
    public static InputContent Open(string input)
    {
        if (input == "-")
        {
            return new InputContent(Console.OpenStandardInput(), "file:stdin", "standard input");
        }

        if (InputAddress.IsAddress(input))
        {
            throw new InputException($"{input}: only ingest fetches addresses. Save the page to a file and name that.");
        }

        if (Directory.Exists(input))
        {
            throw new InputException($"{input}: is a directory. Name one file in it.");
        }

        try
        {
            var name = Path.GetFileName(input);
            return new InputContent(File.OpenRead(input), $"file:{Path.GetFullPath(input)}", name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{input}: there is no such file. Check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{input}: cannot be read ({e.Message.TrimEnd('.')}). Check its permissions.", e);
        }
    }
}

/// <summary>Opened input.</summary>
/// <param name="Content">Its bytes; the receiver disposes them.</param>
/// <param name="SourceId">Id of the source it counts as.</param>
/// <param name="Name">Its name, for messages to people.</param>
internal sealed record InputContent(Stream Content, string SourceId, string Name);

/// <summary>Input that cannot be read; its message is for the person who named it.</summary>
internal sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
