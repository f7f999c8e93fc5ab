using System.Text.Json;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;

namespace Pipeline.Storage.Mongo.Bson;

/// <summary>Writes an enumeration as its JSON does: <c>AiSummary</c> as <c>ai-summary</c>.</summary>
internal sealed class KebabEnumSerializer<TEnum> : StructSerializerBase<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToDictionary(v => v, v => WordOf(v));
    private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    public static string WordOf(TEnum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public override void Serialize(BsonSerializationContext context, BsonSerializationArgs args, TEnum value)
        => context.Writer.WriteString(Names[value]);

    public override TEnum Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args)
    {
        var word = context.Reader.ReadString();
        return Values.TryGetValue(word, out var value)
            ? value
            : throw new FormatException($"'{word}' is no {typeof(TEnum).Name}; a newer version of the pipeline may have written it.");
    }
}
