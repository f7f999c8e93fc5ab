using System.Text.Json.Nodes;

namespace Pipeline.Contracts.Tests.Catalogue;

/// <summary>That nothing consumers rely on is taken from them. The schemas as they were published are in <c>Published</c>.</summary>
public sealed class SchemaBreaksTests
{
    [Theory]
    [InlineData("paper-event.v1")]
    [InlineData("paper-change.v1")]
    public void Schema_SinceItWasPublished_BreaksNothing(string name)
        => Assert.Empty(SchemaBreaks.Between(CatalogueFiles.Published(name), CatalogueFiles.Schema(name)));

    // Else what was added could be taken away again unseen.
    [Theory]
    [InlineData("paper-event.v1")]
    [InlineData("paper-change.v1")]
    public void Schema_WithAdditions_IsPublishedWithThem(string name)
        => Assert.Empty(SchemaBreaks.Between(CatalogueFiles.Schema(name), CatalogueFiles.Published(name)));

    [Theory]
    [InlineData("#/title was removed")]
    [InlineData("#/state no longer knows withdrawn")]
    [InlineData("#/claimCount has another type")]
    [InlineData("#/url has another maxLength")]
    [InlineData("#/url is newly required, #/url can no longer be relied on")]
    [InlineData("#/claims/items/quote was removed")]
    [InlineData("#/stageVersions/topics has another type")]
    [InlineData("# has another additionalProperties")]
    public void Change_ThatBreaks_IsNamed(string expected)
    {
        var (before, after) = (CatalogueFiles.Published("paper-change.v1"), CatalogueFiles.Published("paper-change.v1"));
        switch (expected)
        {
            case "#/title was removed": Properties(after).Remove("title"); break;
            case "#/state no longer knows withdrawn": Properties(after)["state"]!["enum"] = new JsonArray("active", "gone"); break;
            case "#/claimCount has another type": Properties(after)["claimCount"]!["type"] = "string"; break;
            case "#/url has another maxLength": Properties(after)["url"]!["maxLength"] = 2000; break;
            case "#/claims/items/quote was removed": Properties(Properties(after)["claims"]!["items"]!).Remove("quote"); break;
            case "#/stageVersions/topics has another type": Properties(Properties(after)["stageVersions"]!)["topics"]!["type"] = "string"; break;
            case "# has another additionalProperties": after["additionalProperties"] = false; break;
            default: before["required"]!.AsArray().RemoveAll(name => (string?)name == "url"); break;
        }

        var found = SchemaBreaks.Between(before, after).Concat(expected.Contains(',', StringComparison.Ordinal) ? SchemaBreaks.Between(after, before) : []);

        Assert.Equal(expected.Split(", "), found);
    }

    [Fact]
    public void Addition_OfAPropertyAWordOrAnExplanation_BreaksNothing()
    {
        var (before, after) = (CatalogueFiles.Published("paper-change.v1"), CatalogueFiles.Published("paper-change.v1"));
        Properties(after)["language"] = new JsonObject { ["type"] = "string" };
        Properties(after)["state"]!["enum"]!.AsArray().Add("retracted");
        Properties(after)["title"]!["description"] = "Its title.";

        Assert.Empty(SchemaBreaks.Between(before, after));
    }

    private static JsonObject Properties(JsonNode schema) => schema["properties"]!.AsObject();
}
