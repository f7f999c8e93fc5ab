using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Values as the tables of this folder hold them.</summary>
internal static class SourceColumns
{
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, PaperJson.Options);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, PaperJson.Options)!;

    public static string Key(Guid id) => id.ToString("D");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
