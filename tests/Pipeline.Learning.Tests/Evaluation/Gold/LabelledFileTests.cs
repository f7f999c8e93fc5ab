using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation.Gold;

namespace Pipeline.Learning.Tests.Evaluation.Gold;

public sealed class LabelledFileTests : IDisposable
{
    private const string Text = "Kites fly. They fall.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-test-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Read_OfRolesByName_GivesTextSpansAndConfidence()
    {
        var read = Assert.Single(await ReadAsync("""{"id":"a","sentences":["Kites fly.","They fall."],"labels":["background","result"],"confs":[0.5,1]}"""));

        Assert.Equal(("a", Text, true), (read.Id, read.Text, read.IsSplit));
        Assert.Equal(
            [
                new(new(0, 10)) { Role = SentenceRole.Background, Confidence = 0.5 },
                new(new(11, 21)) { Role = SentenceRole.Result, Confidence = 1 },
            ],
            read.Sentences);
    }

    [Fact]
    public async Task Read_OfNumbers_GivesMainClaims()
    {
        var read = Assert.Single(await ReadAsync("""{"sentences":["Kites fly.",""],"labels":[1,0]}"""));

        Assert.Null(read.Id);
        Assert.Equal([new(new(0, 10)) { MainClaim = true }, new(new(11, 11)) { MainClaim = false }], read.Sentences);
    }

    [Fact]
    public async Task Read_OfObjects_GivesWhatTheyLabel()
    {
        var read = Assert.Single(await ReadAsync(
            """{"id":"a","abstract":"Kites fly. They fall.","sentences":[{"start":0,"end":10,"role":"result","claim":true,"claimType":"finding","mainClaim":true},{"start":11,"end":21,"claim":false,"claimType":null}]}"""));

        Assert.False(read.IsSplit);
        Assert.Equal(
            [
                new(new(0, 10)) { Role = SentenceRole.Result, Claim = true, ClaimType = ClaimType.Finding, MainClaim = true },
                new(new(11, 21)) { Claim = false },
            ],
            read.Sentences);
    }

    [Fact]
    public async Task Read_OfOffsets_JoinsTheTextOfTheSameId()
    {
        var read = Assert.Single(await ReadAsync(
            """{"id":"a","part":"dev","sentences":[[0,10,"Oc*"],[11,21,"X-"]]}""",
            """
            {"id":"b","abstract":"Another."}
            {"id":"a","title":"Kites","abstract":"Kites fly. They fall."}
            """));

        Assert.Equal(("Kites", Text), (read.Title, read.Text));
        Assert.Equal(
            [
                new(new(0, 10)) { Role = SentenceRole.Objective, Claim = true, ClaimType = ClaimType.Contribution, MainClaim = true },
                new(new(11, 21)) { Role = SentenceRole.Other, Claim = false, MainClaim = false },
            ],
            read.Sentences);
    }

    [Theory]
    [InlineData("{\"title\":\"Kites\",\"sentences\":[],\"labels\":[]}", "Kites")]
    [InlineData("{\"title\":\"Kites\",\"abstract\":\"\",\"sentences\":[]}", "Kites")]
    [InlineData("{\"sentences\":[],\"labels\":[]}", "")]
    [InlineData("{\"abstract\":\"\",\"sentences\":[]}", "")]
    public async Task Read_OfATitle_KeepsIt(string line, string expected)
        => Assert.Equal(expected, Assert.Single(await ReadAsync(line)).Title);

    [Theory]
    [InlineData("Bc", SentenceRole.Background, ClaimType.Contribution)]
    [InlineData("Or", SentenceRole.Objective, ClaimType.Result)]
    [InlineData("Mp", SentenceRole.Method, ClaimType.Comparison)]
    [InlineData("Rf", SentenceRole.Result, ClaimType.Finding)]
    [InlineData("Xt", SentenceRole.Other, ClaimType.Theory)]
    [InlineData("Ra", SentenceRole.Result, ClaimType.Availability)]
    public async Task Read_OfACode_KnowsEachLetter(string code, SentenceRole role, ClaimType type)
    {
        var read = Assert.Single(await LabelledFile.ReadAsync(Write("gold", $$"""{"id":"a","sentences":[[0,10,"{{code}}"]]}"""), "dev", Token));

        Assert.Equal([new(new(0, 10)) { Role = role, Claim = true, ClaimType = type, MainClaim = false }], read.Sentences);
    }

    [Fact]
    public async Task Read_OfAPart_LeavesTheOthersOut()
    {
        var file = Write("gold", """
            {"id":"a","part":"train","sentences":[]}
            {"id":"b","part":"dev","sentences":[]}
            {"id":"c","sentences":[],"labels":[]}
            """);

        Assert.Equal(["b", "c"], (await LabelledFile.ReadAsync(file, "dev", Token)).Select(item => item.Id!));
        Assert.Equal(["a", "c"], (await LabelledFile.ReadAsync(file, "train", Token)).Select(item => item.Id!));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"sentences\":3}")]
    [InlineData("{\"sentences\":[3]}")]
    [InlineData("{\"sentences\":[\"a\"]}")]
    [InlineData("{\"sentences\":[\"a\"],\"labels\":[]}")]
    [InlineData("{\"sentences\":[\"a\",null],\"labels\":[0,1]}")]
    [InlineData("{\"sentences\":[\"a\"],\"labels\":[2]}")]
    [InlineData("{\"sentences\":[\"a\"],\"labels\":[\"claim\"]}")]
    [InlineData("{\"sentences\":[\"a\"],\"labels\":[0],\"confs\":[]}")]
    [InlineData("{\"sentences\":[[0,3,\"B-\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3,\"B\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3,\"\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3,\"Zc\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3,\"Bz\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3,\"B-!\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[3,3,\"B-\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[-1,3,\"B-\"]]}")]
    [InlineData("{\"id\":\"a\",\"sentences\":[[0,3,\"B-\"],[2,5,\"B-\"]]}")]
    [InlineData("{\"abstract\":\"abc\",\"sentences\":[{\"start\":0,\"end\":4}]}")]
    [InlineData("{\"abstract\":\"a   b\",\"sentences\":[{\"start\":1,\"end\":3}]}")]
    [InlineData("{\"abstract\":\"abc\",\"sentences\":[{\"start\":0}]}")]
    [InlineData("{\"abstract\":\"abc\",\"sentences\":[null]}")]
    [InlineData("{\"abstract\":\"abc\",\"sentences\":[{\"start\":0,\"end\":3,\"role\":\"aim\"}]}")]
    [InlineData("{\"abstract\":\"abc\",\"sentences\":[{\"start\":0,\"end\":3,\"claim\":true}]}")]
    [InlineData("{\"abstract\":\"abc\",\"sentences\":[{\"start\":0,\"end\":3,\"claimType\":\"finding\"}]}")]
    [InlineData("{\"sentences\":[{\"start\":0,\"end\":3}]}")]
    public async Task Read_OfAnotherForm_NamesFileAndLine(string line)
    {
        var file = Write("gold", "{\"sentences\":[],\"labels\":[]}\n" + line);

        var problem = await Assert.ThrowsAsync<GoldFileException>(() => LabelledFile.ReadAsync(file, "dev", [], Token));

        Assert.StartsWith($"{file}: line 2: ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"b\",\"abstract\":\"Kites fly. They fall.\"}")]
    [InlineData("{\"id\":\"a\",\"abstract\":\"Kites.\"}")]
    [InlineData("{\"id\":\"a\",\"abstract\":\"            and more\"}")]
    public async Task Read_OfOffsetsWithoutTheirText_NamesFileAndAbstract(string text)
    {
        var problem = await Assert.ThrowsAsync<GoldFileException>(() => ReadAsync("""{"id":"a","sentences":[[0,10,"Oc*"]]}""", text));

        Assert.StartsWith($"{Path.Combine(_folder.FullName, "gold")}: a: ", problem.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<LabelledAbstract>> ReadAsync(string gold, string? texts = null)
        => LabelledFile.ReadAsync(Write("gold", gold), "dev", texts is null ? [] : [Write("texts", texts)], Token);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
