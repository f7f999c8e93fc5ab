using System.Text;

namespace Pipeline.Integration.Tests.Traces;

/// <summary>What the tests read of a span that a process sent.</summary>
internal sealed record SentSpan(string Service, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Reads the body of an OTLP request, in its protobuf form.</summary>
    public static IEnumerable<SentSpan> ReadAll(byte[] request)
        => from resource in ProtoFields.Read(request).Where(field => field.Number == 1)
           let parts = ProtoFields.Read(resource.Bytes).ToList()
           let service = parts.Where(part => part.Number == 1).SelectMany(part => ReadTags(part.Bytes, 1)).ToDictionary().GetValueOrDefault("service.name", "")
           from scope in parts.Where(part => part.Number == 2)
           from span in ProtoFields.Read(scope.Bytes).Where(field => field.Number == 2)
           select Of(service, ProtoFields.Read(span.Bytes).ToList(), span.Bytes);

    private static SentSpan Of(string service, List<ProtoField> fields, byte[] span) => new(
        service,
        Hex(fields, 1),
        Hex(fields, 2),
        Hex(fields, 4),
        fields.Where(field => field.Number == 5).Select(field => Encoding.UTF8.GetString(field.Bytes)).FirstOrDefault(""),
        ReadTags(span, 9).ToDictionary());

    private static string Hex(List<ProtoField> fields, int number)
        => fields.Where(field => field.Number == number).Select(field => Convert.ToHexStringLower(field.Bytes)).FirstOrDefault("");

    // Only those whose value is a text.
    private static IEnumerable<KeyValuePair<string, string>> ReadTags(byte[] message, int number)
        => from tag in ProtoFields.Read(message).Where(field => field.Number == number)
           let pair = ProtoFields.Read(tag.Bytes).ToList()
           where pair.Count == 2
           from value in ProtoFields.Read(pair[1].Bytes).Where(field => field.Number == 1)
           select KeyValuePair.Create(Encoding.UTF8.GetString(pair[0].Bytes), Encoding.UTF8.GetString(value.Bytes));
}

/// <summary>One field of a protobuf message; its bytes when it has a length, else none.</summary>
internal readonly record struct ProtoField(int Number, byte[] Bytes);

/// <summary>As much of protobuf as reading traces takes.</summary>
internal static class ProtoFields
{
    public static IEnumerable<ProtoField> Read(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var length = (tag & 7) switch
            {
                0 => SkipVarint(message, ref at),
                1 => 8,
                5 => 4,
                2 => (int)Varint(message, ref at),
                var other => throw new InvalidDataException($"A field has the unknown form {other}."),
            };
            yield return new((int)(tag >> 3), (tag & 7) == 2 ? message[at..(at + length)] : []);
            at += length;
        }
    }

    private static int SkipVarint(byte[] message, ref int at)
    {
        Varint(message, ref at);
        return 0;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
