using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.OpenAlex;

/// <summary>Puts an abstract together that is given as its words, each with the places where it stands.</summary>
internal static class InvertedAbstract
{
    // A word has a character, and a space or the end behind it.
    private const int MaxWords = PaperText.MaxAbstractLength / 2;

    /// <summary>The words in their order, one space between; the first of two that claim one place.</summary>
    /// <param name="index">An object of words with lists of places from 0.</param>
    /// <param name="fault">Why it cannot be put together; null when it can.</param>
    /// <returns>Null when there is no abstract.</returns>
    public static string? Rebuild(JsonElement index, out string? fault)
    {
        fault = null;
        if (index.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var words = new string?[256];
        var count = 0;
        foreach (var word in index.EnumerateObject())
        {
            // Each look at a property's name makes a new string.
            var name = word.Name;
            foreach (var place in word.Value.ValueKind == JsonValueKind.Array ? word.Value.EnumerateArray() : default)
            {
                if (place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out var at) || at < 0 || at >= MaxWords)
                {
                    fault = $"its abstract_inverted_index has a place that is no number from 0 to {MaxWords - 1}: fetch it again, or remove the abstract.";
                    return null;
                }

                if (at >= words.Length)
                {
                    Array.Resize(ref words, Math.Max(at + 1, words.Length * 2));
                }

                words[at] ??= name;
                count = Math.Max(count, at + 1);
            }
        }

        return Join(words.AsSpan(0, count));
    }

    // One long word at many places must not fill the memory: over the limit of an abstract, nothing more is needed.
    private static string? Join(ReadOnlySpan<string?> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (word is not null && text.Length <= PaperText.MaxAbstractLength)
            {
                text.Append(text.Length > 0 ? " " : "").Append(word);
            }
        }

        return text.Length > 0 ? text.ToString() : null;
    }
}
