using System.Text.Json.Nodes;
using Pipeline.Contracts.Tests.Support;

namespace Pipeline.Contracts.Tests;

public sealed class WireFormatTests
{
    public static TheoryData<string> Samples => [.. Stored.Samples.Select(sample => sample.Name)];

    public static TheoryData<string> Latest
        => [.. Stored.Samples.GroupBy(sample => sample.Message).Select(group => group.MaxBy(sample => sample.Version)!.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_OfAnyVersion_ReadsAsWhatItSaid(string name)
    {
        var sample = Find(name);

        Assert.Equivalent(sample.Expected, sample.Read(sample.Envelope), strict: true);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_WithAPropertyOfALaterVersion_ReadsAsWhatItSaid(string name)
    {
        var sample = Find(name);
        var later = JsonNode.Parse(sample.Envelope)!;
        later["message"]!["addedLater"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) };
        later["addedByTheBus"] = 1;

        Assert.Equivalent(sample.Expected, sample.Read(later.ToJsonString()), strict: true);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_OfAnyVersion_HasNoPropertyThatTheMessageLost(string name)
    {
        var sample = Find(name);

        Assert.Empty(WireSample.PropertiesOf(sample.Envelope).Except(WireSample.PropertiesOf(sample.Write())));
    }

    [Theory]
    [MemberData(nameof(Latest))]
    public void Message_OfTheCurrentCode_IsWrittenAsItsLatestSample(string name)
    {
        var sample = Find(name);
        var stored = JsonNode.Parse(sample.Envelope)!;
        var written = JsonNode.Parse(sample.Write())!;

        Assert.True(JsonNode.DeepEquals(stored["message"], written["message"]), $"Stored: {stored["message"]}\nWritten: {written["message"]}");
        Assert.True(JsonNode.DeepEquals(stored["messageType"], written["messageType"]));
        Assert.Equal(stored.AsObject().Select(member => member.Key), written.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void Samples_CoverEveryMessageAndEveryFile()
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(StringComparer.Ordinal), Stored.Samples.Select(sample => sample.Name).Order(StringComparer.Ordinal));
        Assert.Empty(typeof(PaperParsed).Assembly.GetExportedTypes().Except(Stored.Samples.Select(sample => sample.Message)));
    }

    private static WireSample Find(string name) => Stored.Samples.Single(sample => sample.Name == name);
}
