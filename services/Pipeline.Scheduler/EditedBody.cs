using System.Text.Json;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Scheduler;

/// <summary>Checks a body that a person wrote: it must be an envelope of the same message.</summary>
public static class EditedBody
{
    /// <summary>Most bytes of a body that can be edited, because the former one is kept with each edit.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Checks a new body.</summary>
    /// <returns>What it tells about itself.</returns>
    /// <exception cref="BodyRefusedException">It is none; the message says why.</exception>
    public static EnvelopeFacts Check(FailedMessage failure, byte[] body)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(body);
        if (body.Length > MaxBytes || failure.Body.Length > MaxBytes)
        {
            throw new BodyRefusedException($"Only bodies of up to {MaxBytes / 1024} KiB can be edited.");
        }

        CheckForm(failure, body);
        var facts = EnvelopeFacts.Read(body);
        return facts.MessageId == failure.MessageId
            ? facts
            : throw new BodyRefusedException($"messageId must stay {failure.MessageId:D}: by it a repeated message is known.");
    }

    private static void CheckForm(FailedMessage failure, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new BodyRefusedException("The body must be a JSON object.");
            }

            if (failure.ContentType.Contains("masstransit", StringComparison.OrdinalIgnoreCase))
            {
                Require(root, "messageType", JsonValueKind.Array);
                Require(root, "message", JsonValueKind.Object);
            }
        }
        catch (JsonException e)
        {
            throw new BodyRefusedException($"The body is no JSON: {e.Message}", e);
        }
    }

    private static void Require(JsonElement envelope, string name, JsonValueKind kind)
    {
        if (!envelope.TryGetProperty(name, out var value) || value.ValueKind != kind)
        {
            throw new BodyRefusedException($"The envelope must have {name}, as {(kind == JsonValueKind.Array ? "a list" : "an object")}.");
        }
    }
}

/// <summary>A body that no consumer could read.</summary>
public sealed class BodyRefusedException(string message, Exception? inner = null) : Exception(message, inner);
