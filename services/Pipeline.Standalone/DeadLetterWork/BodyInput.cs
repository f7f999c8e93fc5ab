using System.Diagnostics;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Scheduler;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.DeadLetterWork;

/// <summary>The new body of a message: from a file, from standard input, or from an editor.</summary>
internal static class BodyInput
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">There is none; the message says why.</exception>
    public static async Task<byte[]> ReadAsync(FailedMessage failure, string? input, CancellationToken cancellationToken)
    {
        if (input is not null)
        {
            var opened = InputFile.Open(input);
            await using var content = opened.Content;
            return await ReadAsync(content, opened.Name, cancellationToken);
        }

        if (Console.IsInputRedirected || Environment.GetEnvironmentVariable("EDITOR") is not { Length: > 0 } editor)
        {
            throw new InputException("Name the new body with --body FILE or --body -, or set EDITOR and run this on a terminal.");
        }

        return await EditAsync(failure, editor, cancellationToken);
    }

    private static async Task<byte[]> ReadAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var bytes = new byte[EditedBody.MaxBytes + 1];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read > EditedBody.MaxBytes
            ? throw new InputException($"{name}: is larger than {EditedBody.MaxBytes / 1024} KiB, more than can be edited.")
            : bytes[..read];
    }

    private static async Task<byte[]> EditAsync(FailedMessage failure, string editor, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-edit-");
        try
        {
            var file = Path.Combine(folder.FullName, $"{failure.Id:D}.json");
            await File.WriteAllBytesAsync(file, failure.Body, cancellationToken);

            // The variable may hold options, as in "code --wait".
            var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            using var process = Process.Start(new ProcessStartInfo(words[0], [.. words[1..], file]))
                ?? throw new InputException($"{words[0]}: does not start. Check EDITOR.");
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await File.ReadAllBytesAsync(file, cancellationToken)
                : throw new InputException($"{words[0]}: ended with {process.ExitCode}; nothing was written.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InputException($"{editor}: does not start ({e.Message}). Check EDITOR.", e);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
