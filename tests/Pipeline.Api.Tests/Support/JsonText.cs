using System.Text.Json;

namespace Pipeline.Api.Tests.Support;

/// <summary>Answers, read as a client would.</summary>
internal static class JsonText
{
    public static JsonElement Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static IReadOnlyList<string> Ids(this IEnumerable<JsonElement> items) => [.. items.Select(item => item.Text("id"))];

    /// <summary>A problem: right media type, its own status, a trace, and nothing of the program's inside.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string type, string? parameter = null)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = Parse(text);
        Assert.Equal(
            (status, status, $"urn:pipeline:problem:{type}"),
            ((int)response.StatusCode, problem.GetProperty("status").GetInt32(), problem.Text("type")));
        Assert.NotEmpty(problem.Text("title"));
        Assert.NotEmpty(problem.Text("detail"));
        Assert.NotEmpty(problem.Text("traceId"));
        Assert.Equal(parameter, problem.TryGetProperty("parameter", out var named) ? named.GetString() : null);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return problem;
    }
}
