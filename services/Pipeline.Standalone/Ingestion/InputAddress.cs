using Pipeline.Fetcher;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Standalone.Ingestion;

/// <summary>What a person named as input.</summary>
/// <param name="Input">A file, an address, or <c>-</c>.</param>
/// <param name="AllowPrivate">Whether an address may lead to a private host or begin with <c>http://</c>.</param>
internal sealed record InputChoice(string Input, bool AllowPrivate);

/// <summary>Opens an address that a person named as input.</summary>
internal static class InputAddress
{
    /// <summary>Whether an input is an address rather than a file.</summary>
    public static bool IsAddress(string input)
        => input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an address, before anything is started for it.</summary>
    /// <returns>Null when the input is no address.</returns>
    /// <exception cref="InputException">It cannot be fetched as it stands.</exception>
    public static Uri? Read(InputChoice choice)
    {
        if (!IsAddress(choice.Input))
        {
            return null;
        }

        if (!Uri.TryCreate(choice.Input, UriKind.Absolute, out var address))
        {
            throw new InputException($"{choice.Input}: is not a web address. Check its spelling.");
        }

        return address.Scheme == "http" && !choice.AllowPrivate
            ? throw new InputException($"{choice.Input}: anybody on the way can read and change http://. Use https://, or add --allow-private for a host of your own.")
            : address;
    }

    /// <summary>Fetches an address.</summary>
    /// <exception cref="InputException">It gives no answer that can be read; the message says why.</exception>
    public static async Task<InputContent> OpenAsync(AddressFetch fetch, Uri address, InputChoice choice, CancellationToken cancellationToken)
    {
        try
        {
            var content = await fetch.OpenAsync(address, choice.AllowPrivate, cancellationToken);
            return new InputContent(content, $"address:{address.AbsoluteUri}", address.AbsoluteUri);
        }
        catch (FetchException e)
        {
            throw new InputException($"{address.AbsoluteUri}: {e.Message}.", e);
        }
    }
}
