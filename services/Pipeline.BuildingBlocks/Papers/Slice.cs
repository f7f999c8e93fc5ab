using System.Text.Json;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>What words that say where they stand keep to before the text they stand in is at hand.</summary>
internal static class Slice
{
    /// <summary>Passes the words on when they can stand from start to end of some text.</summary>
    /// <exception cref="JsonException">They cannot: what was read is damaged, or was not written by this program.</exception>
    public static string Checked(string what, int start, int end, string? text)
    {
        if (start < 0 || end < start)
        {
            throw new JsonException($"A {what} from {start} to {end} stands in no text.");
        }

        return text is not null && text.Length == end - start
            ? text
            : throw new JsonException($"A {what} from {start} to {end} has {text?.Length ?? 0} characters, not {end - start}.");
    }

    /// <summary>Makes sure that words inside other words are theirs.</summary>
    /// <exception cref="JsonException">They are not.</exception>
    public static void CheckInside(string what, int start, int end, string text, int outerStart, string outer)
    {
        if (start < outerStart || end > outerStart + outer.Length || !outer.AsSpan(start - outerStart, end - start).SequenceEqual(text))
        {
            throw new JsonException($"A {what} from {start} to {end} does not quote the claim it belongs to, from {outerStart} to {outerStart + outer.Length}.");
        }
    }
}
