using System.Text.Json;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>What can be said of a JSON object of which perhaps only the beginning is there.</summary>
/// <param name="IsCutOff">Whether it is sound as far as it goes, but stops before its end.</param>
/// <param name="HasTitle">Whether it has a field <c>title</c> of its own that is a string.</param>
internal readonly record struct PartialObject(bool IsCutOff, bool HasTitle)
{
    /// <summary>Reads an object as far as it goes; what is no JSON object, or no JSON, is neither.</summary>
    public static PartialObject Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(WellFormedJson.Repair(json).Span, isFinalBlock: false, state: default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            var hasTitle = false;
            while (reader.Read())
            {
                hasTitle |= reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }
                    && reader.ValueTextEquals("title"u8) && reader.Read() && reader.TokenType == JsonTokenType.String;
            }

            return new(IsCutOff: reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > 0, hasTitle);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
