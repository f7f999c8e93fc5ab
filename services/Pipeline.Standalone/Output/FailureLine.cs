using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Standalone.Output;

/// <summary>A failed message as JSON for other programs: its body as text, JSON where it is JSON.</summary>
/// <param name="Failure">All but the body.</param>
/// <param name="Body">The body, when it is JSON.</param>
/// <param name="BodyText">The body, when it is not.</param>
internal sealed record FailureLine(FailedMessage Failure, JsonElement? Body, string? BodyText)
{
    public static FailureLine Of(FailedMessage failure)
    {
        var bare = failure with { Body = [] };
        if (failure.Body.Length == 0)
        {
            return new(bare, null, null);
        }

        try
        {
            using var document = JsonDocument.Parse(failure.Body);
            return new(bare, document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return new(bare, null, Encoding.UTF8.GetString(failure.Body));
        }
    }

    /// <summary>An enumeration as people read it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
