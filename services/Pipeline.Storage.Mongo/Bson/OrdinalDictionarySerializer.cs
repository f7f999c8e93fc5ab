using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;

namespace Pipeline.Storage.Mongo.Bson;

/// <summary>Writes a dictionary as a subdocument, keys in ordinal order.</summary>
internal sealed class OrdinalDictionarySerializer<TValue>(IBsonSerializer<TValue> values)
    : SerializerBase<IReadOnlyDictionary<string, TValue>>
{
    public override void Serialize(
        BsonSerializationContext context, BsonSerializationArgs args, IReadOnlyDictionary<string, TValue> value)
    {
        context.Writer.WriteStartDocument();
        foreach (var (key, item) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            context.Writer.WriteName(key);
            values.Serialize(context, item);
        }

        context.Writer.WriteEndDocument();
    }

    public override IReadOnlyDictionary<string, TValue> Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args)
    {
        var result = new SortedDictionary<string, TValue>(StringComparer.Ordinal);
        context.Reader.ReadStartDocument();
        while (context.Reader.ReadBsonType() != BsonType.EndOfDocument)
        {
            result[context.Reader.ReadName()] = values.Deserialize(context);
        }

        context.Reader.ReadEndDocument();
        return result;
    }
}
