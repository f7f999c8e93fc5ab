namespace Pipeline.TestOrigins;

/// <summary>A request as the origin saw it.</summary>
public sealed record SeenRequest(string Path, string Query, string Host, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>When it arrived, since the origin was started.</summary>
    public TimeSpan At { get; init; }

    /// <summary>Requests that were being answered when it arrived, itself included.</summary>
    public int Together { get; init; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Value of a parameter of the query; null when it is absent.</summary>
    public string? Parameter(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Query).TryGetValue(name, out var value) ? value.ToString() : null;
}
