using System.Text.Json;

namespace Pipeline.Contracts.Tests.Catalogue;

public sealed class AsyncApiTests(AsyncApiParser parser) : IClassFixture<AsyncApiParser>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_IsTakenByTheReferenceParser_AndNamesEveryType()
    {
        Assert.SkipWhen(parser.Missing is not null, parser.Missing ?? "");

        var read = JsonDocument.Parse(await parser.ParseAsync(CatalogueFiles.Document)).RootElement;

        Assert.Empty(Words(read, "faults"));
        Assert.Equal(("3.1.0", "topic papers true"), (read.GetProperty("version").GetString(), read.GetProperty("exchange").GetString()));
        var types = CatalogueFiles.Schema("paper-event.v1")["properties"]!["type"]!["enum"]!.AsArray().Select(type => (string)type!);
        Assert.Equal(types.Order(StringComparer.Ordinal), Words(read, "messages"));
    }

    [Theory]
    [InlineData("action: send", "action: shout")]
    [InlineData("$ref: '#/channels/papers'", "$ref: '#/channels/other'")]
    [InlineData("schemas/paper-event.v1.json", "schemas/paper-event.v2.json")]
    [InlineData("bindingVersion: 0.3.0", "bindingVersion: 0.3.0\n        unknown: 1")]
    public async Task Document_WithAFault_IsRefused(string right, string wrong)
    {
        Assert.SkipWhen(parser.Missing is not null, parser.Missing ?? "");
        var text = await File.ReadAllTextAsync(CatalogueFiles.Document, Token);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var path = Path.Combine(Path.GetDirectoryName(CatalogueFiles.Document)!, $"{Path.GetRandomFileName()}.yaml");
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal), Token);

        try
        {
            Assert.NotEmpty(Words(JsonDocument.Parse(await parser.ParseAsync(path)).RootElement, "faults"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string?> Words(JsonElement read, string name) => read.GetProperty(name).EnumerateArray().Select(word => word.GetString());
}
