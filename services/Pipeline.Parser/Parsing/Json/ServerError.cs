using System.Text.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Finds out that an answer is a server's complaint, and in which words.</summary>
internal static class ServerError
{
    private const int MaxBytes = 16 * 1024;

    // Beside one of these, "message" is a complaint and no content.
    private static readonly string[] Codes = ["code", "status", "statusCode", "status_code"];

    /// <summary>The server's words in quotation marks, fit for a message to people; null when the object is no complaint.</summary>
    public static string? In(JsonElement answer)
        => Words(answer) is { } words ? ListingText.Quote(words) : null;

    /// <summary>As <see cref="In(JsonElement)"/>, for the first bytes of a file; only a short one can be a complaint.</summary>
    public static string? In(ReadOnlySpan<byte> head)
    {
        if (head.Length > MaxBytes)
        {
            return null;
        }

        using var document = JsonEntry.TryParse(head.ToArray(), out _);
        return document is null ? null : In(document.RootElement);
    }

    private static string? Words(JsonElement answer)
        => answer.FirstText("error", "detail", "errors") is { } said && answer.Field("title").ValueKind == JsonValueKind.Undefined ? Longer(said, answer.FirstText("message"))
            : answer.Field("error").FirstText("message", "type")
            ?? First(answer.Field("errors")).FirstText("message", "detail", "title")
            ?? First(answer.Field("message")).FirstText("message")
            ?? (IsOnlyMessage(answer) || Codes.Any(code => answer.Field(code).ValueKind != JsonValueKind.Undefined) ? answer.FirstText("message") : null);

    private static bool IsOnlyMessage(JsonElement answer)
        => answer.ValueKind == JsonValueKind.Object && answer.EnumerateObject().Take(2).Count() == 1;

    // An error is often one word, and the message beside it the explanation.
    private static string Longer(string said, string? message) => message?.Length > said.Length ? message : said;

    private static JsonElement First(JsonElement list)
        => list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? list[0] : default;
}
