using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>A stretch of a text, in UTF-16 code units, end exclusive. Written to JSON as <c>[start, end]</c>.</summary>
/// <param name="Start">First code unit, from 0.</param>
/// <param name="End">One past the last code unit; not below <paramref name="Start"/>.</param>
[JsonConverter(typeof(TextSpanJsonConverter))]
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Length in UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length => End - Start;

    /// <summary>The words of the text under this span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(Start);
        ArgumentOutOfRangeException.ThrowIfLessThan(End, Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(End, text.Length);
        return text[Start..End];
    }
}

internal sealed class TextSpanJsonConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A span is an array of two numbers.");
        }

        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("A span is an array of two numbers.");
        }

        return start >= 0 && end >= start
            ? new(start, end)
            : throw new JsonException($"A span from {start} to {end} stands in no text.");
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
