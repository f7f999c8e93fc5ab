using Pipeline.TestOrigins;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>Settings of sources at an origin on loopback.</summary>
internal static class SourceAt
{
    /// <summary>Settings of one source, without a pause between its requests.</summary>
    /// <param name="origin">Where it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="kind">Its kind, as people write it.</param>
    /// <param name="path">Its path at the origin.</param>
    /// <param name="more">Further keys, or others than the usual ones.</param>
    public static Dictionary<string, string> Source(
        this TestOrigin origin, string id, string kind, string path, params (string Key, string Value)[] more)
    {
        var keys = new Dictionary<string, string>
        {
            ["Kind"] = kind,
            ["Address"] = origin.Address + path,
            ["AllowHttp"] = "true",
            ["AllowPrivateHosts"] = "true",
            ["RequestInterval"] = "00:00:00",
            ["OverlapDays"] = "0",
        };
        foreach (var (key, value) in more)
        {
            keys[key] = value;
        }

        return keys.ToDictionary(key => $"Sources__{id}__{key.Key}", key => key.Value);
    }

    /// <summary>Settings of several sources together.</summary>
    public static Dictionary<string, string> Together(params IEnumerable<Dictionary<string, string>> sources)
        => sources.SelectMany(source => source).ToDictionary(setting => setting.Key, setting => setting.Value);
}
