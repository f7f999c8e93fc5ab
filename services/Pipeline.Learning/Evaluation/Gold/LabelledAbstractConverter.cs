using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>Tells the forms of labelled data apart by what a line holds.</summary>
internal sealed class LabelledAbstractConverter : JsonConverter<LabelledAbstract>
{
    private const string Unknown = "The line is none of the forms that are read: sentences with \"labels\", [start, end, code], or {\"start\", \"end\", ...} with an \"abstract\".";

    public override LabelledAbstract Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var line = JsonElement.ParseValue(ref reader);
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("sentences", out var sentences) || sentences.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException(Unknown);
        }

        return FormOf(line, sentences) switch
        {
            JsonValueKind.String => line.Deserialize<SplitForm>(Strict)!.ToAbstract(),
            JsonValueKind.Array => line.Deserialize<OffsetForm>(Strict)!.ToAbstract(),
            JsonValueKind.Object => line.Deserialize<ObjectForm>(Strict)!.ToAbstract(),
            _ => throw new JsonException(Unknown),
        };
    }

    public override void Write(Utf8JsonWriter writer, LabelledAbstract value, JsonSerializerOptions options)
        => throw new NotSupportedException("Labelled data are only read.");

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    // An abstract without sentences shows its form only by its other names.
    private static JsonValueKind FormOf(JsonElement line, JsonElement sentences)
        => sentences.GetArrayLength() > 0 ? sentences[0].ValueKind
            : line.TryGetProperty("labels", out _) ? JsonValueKind.String
            : line.TryGetProperty("abstract", out _) ? JsonValueKind.Object
            : JsonValueKind.Array;
}
