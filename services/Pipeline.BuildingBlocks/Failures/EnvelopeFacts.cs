using System.Text.Json;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>What the body of a message tells about itself. Any bytes at all are read; what they do not tell is null.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Type">Its name, the last part of the first type.</param>
/// <param name="PaperId">Its paper.</param>
/// <param name="SourceId">Its source.</param>
public sealed record EnvelopeFacts(Guid? MessageId, string? Type, string? PaperId, string? SourceId)
{
    private const int MaxText = 400;

    /// <summary>Reads a body.</summary>
    public static EnvelopeFacts Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var envelope = document.RootElement;
            var message = Find(envelope, "message");
            return new(
                Guid.TryParse(Text(envelope, "messageId"), out var id) ? id : null,
                Name(Find(envelope, "messageType")),
                Text(message, "paperId"),
                Text(message, "sourceId"));
        }
        catch (JsonException)
        {
            return new(null, null, null, null);
        }
    }

    private static string? Name(JsonElement? types)
        => types is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String
            ? FailureWords.Cut(list[0].GetString()!.Split(':')[^1], MaxText)
            : null;

    private static string? Text(JsonElement? element, string name)
        => Find(element, name) is { ValueKind: JsonValueKind.String } text ? FailureWords.Cut(text.GetString()!, MaxText) : null;

    private static JsonElement? Find(JsonElement? element, string name)
        => element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var found) ? found : null;
}
