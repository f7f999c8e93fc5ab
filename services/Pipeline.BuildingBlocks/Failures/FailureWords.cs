using System.Text;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>What failures of one cause have in common, as text.</summary>
public static class FailureWords
{
    private const int MaxGroup = 160;
    private const int MaxReason = 2_000;
    private const int MaxStack = 16_000;

    /// <summary>Name of the exception and its message, each word with a digit replaced by <c>#</c>: numbers, ids, addresses, times.</summary>
    public static string Group(string kind, string reason)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(reason);
        var group = new StringBuilder(kind).Append(':');
        foreach (var word in Cut(reason, MaxReason).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (group.Length >= MaxGroup)
            {
                break;
            }

            group.Append(' ').Append(word.Any(char.IsAsciiDigit) ? "#" : word);
        }

        return Cut(group.ToString(), MaxGroup);
    }

    /// <summary>The message, within its bound.</summary>
    public static string Reason(string text) => Cut(text, MaxReason);

    /// <summary>Exceptions and their places, within their bound.</summary>
    public static string Stack(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Cut(exception.ToString(), MaxStack);
    }

    // Never through the middle of a pair.
    internal static string Cut(string text, int length)
        => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
