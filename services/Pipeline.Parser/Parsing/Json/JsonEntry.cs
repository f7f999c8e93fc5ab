using System.Text.Json;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Reads one JSON value of a listing.</summary>
internal static class JsonEntry
{
    /// <summary>Longest value held, in bytes; longer ones are rejected unread.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Why a value over the limit was skipped.</summary>
    public const string TooLong = "longer than 8 MB, which no paper is: remove it, or cut its extra fields.";

    /// <summary>Parses a value and turns it into an entry; what is no JSON becomes a rejection.</summary>
    public static ListingEntry Read(ReadOnlyMemory<byte> json, string where, Func<JsonElement, string, ListingEntry> toEntry)
    {
        using var document = TryParse(json, out var fault);
        return document is null ? ListingEntry.Reject(where, fault!) : toEntry(document.RootElement, where);
    }

    /// <summary>As <see cref="Read"/>, for a value that may give several entries, or none.</summary>
    public static IEnumerable<ListingEntry> ReadMany(ReadOnlyMemory<byte> json, string where, Func<JsonElement, string, IEnumerable<ListingEntry>> toEntries)
    {
        using var document = TryParse(json, out var fault);
        foreach (var entry in document is null ? [ListingEntry.Reject(where, fault!)] : toEntries(document.RootElement, where))
        {
            yield return entry;
        }
    }

    /// <summary>Parses a value.</summary>
    /// <returns>Null when it is no JSON; <paramref name="fault"/> then says where it goes wrong.</returns>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> json, out string? fault)
    {
        try
        {
            fault = null;
            return JsonDocument.Parse(WellFormedJson.Repair(json));
        }
        catch (JsonException e)
        {
            fault = $"not valid JSON near byte {e.BytePositionInLine ?? 0}, or nested deeper than 64 levels: correct or remove it.";
            return null;
        }
    }
}
