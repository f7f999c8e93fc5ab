using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Bson;

/// <summary>Writes a span as <c>[start, end]</c>.</summary>
internal sealed class TextSpanBsonSerializer : StructSerializerBase<TextSpan>
{
    public override void Serialize(BsonSerializationContext context, BsonSerializationArgs args, TextSpan value)
    {
        context.Writer.WriteStartArray();
        context.Writer.WriteInt32(value.Start);
        context.Writer.WriteInt32(value.End);
        context.Writer.WriteEndArray();
    }

    public override TextSpan Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args)
    {
        context.Reader.ReadStartArray();
        var span = new TextSpan(context.Reader.ReadInt32(), context.Reader.ReadInt32());
        context.Reader.ReadEndArray();
        return span is { Start: >= 0, Length: >= 0 } ? span : throw new FormatException($"A span from {span.Start} to {span.End} stands in no text.");
    }
}
