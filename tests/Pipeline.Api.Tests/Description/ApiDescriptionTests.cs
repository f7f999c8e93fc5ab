using Pipeline.Api.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Api.Tests.Description;

public sealed class ApiDescriptionTests
{
    private const string Committed = "contracts/openapi.json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // To renew it: PIPELINE_RENEW_OPENAPI=yes dotnet run -c Release --project tests/Pipeline.Api.Tests -- --filter-class "*ApiDescriptionTests"
    [Fact]
    public async Task Description_IsTheCommittedOne()
    {
        await using var api = await ApiProcess.StartAsync();

        var made = await api.Client.GetStringAsync("/openapi/v1.json", Token);

        if (Environment.GetEnvironmentVariable("PIPELINE_RENEW_OPENAPI") is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(RepositoryFiles.Root, Committed), made, Token);
        }

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, Committed), Token), made);
    }

    [Fact]
    public async Task Operations_AreNamedSummedUpAndSayTheirProblems()
    {
        await using var api = await ApiProcess.StartAsync();

        var document = JsonText.Parse(await api.Client.GetStringAsync("/openapi/v1.json", Token));

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.Value.Text("operationId"));
            Assert.NotEmpty(operation.Value.Text("summary"));
            foreach (var status in new[] { "400", "401", "429", "500", "503" })
            {
                Assert.True(operation.Value.GetProperty("responses").TryGetProperty(status, out _), $"{operation.Name}: {status}");
            }
        });
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.Text("operationId")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task KindsOfChange_OfPapersAndOfResults_AreToldApart()
    {
        await using var api = await ApiProcess.StartAsync();

        var schemas = JsonText.Parse(await api.Client.GetStringAsync("/openapi/v1.json", Token)).GetProperty("components").GetProperty("schemas");

        Assert.Equal("""["added","removed","changed"]""", Words("ChangeKind"));
        Assert.Equal("""["enriched","revised","withdrawn"]""", Words("PaperChangeKind"));
        Assert.Equal(
            "#/components/schemas/PaperChangeKind",
            schemas.GetProperty("SubscriptionFilter").GetProperty("properties").GetProperty("kinds").GetProperty("items").Text("$ref"));

        string Words(string name) => string.Concat(schemas.GetProperty(name).GetProperty("enum").ToString().Where(letter => !char.IsWhiteSpace(letter)));
    }
}
