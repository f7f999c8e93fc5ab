using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>Stored papers are counted by their topics over time, and found by them.</summary>
public sealed class TopicsTests : IAsyncLifetime
{
    private const string Listing = """
        {"title":"Translating proverbs between distant languages","abstract":"We fine-tune a multilingual language model for machine translation of figurative text.","publishedAt":"2026-01-05T00:00:00Z"}
        {"title":"Machine translation of recipes","abstract":"A multilingual language model translates; machine translation of low-resource languages improves.","publishedAt":"2026-03-03T00:00:00Z"}
        {"title":"Machine translation of letters","abstract":"We ask how a multilingual language model does machine translation of letters.","publishedAt":"2026-03-04T00:00:00Z"}
        {"title":"Shallow quantum circuits","abstract":"Entanglement of qubits, and a Hamiltonian simulated on quantum hardware.","publishedAt":"2026-03-04T00:00:00Z"}
        {"title":"Der Garten im Herbst","abstract":"Wir beschreiben, wie man Rosen schneidet und den Boden auf den Winter vorbereitet.","publishedAt":"2026-03-04T00:00:00Z"}

        """;

    private readonly Workspace _workspace = new();

    public async ValueTask InitializeAsync() => await _workspace.RunAsync("ingest", _workspace.Write("five.jsonl", Listing));

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Topics_ByMonth_ShowCountsTrendAndChange()
    {
        var result = await _workspace.RunAsync("topics");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"topic +name +papers +2026-01 +2026-02 +2026-03 +trend +change", result.Output);
        Assert.Matches(@"cs\.CL +Computation and Language +3 +1 +0 +2 +▄ █ +\+2", result.Output);
        Assert.Matches(@"quant-ph +Quantum Physics +1 +0 +0 +1 +█ +\+1", result.Output);
    }

    [Fact]
    public async Task Topics_AsJson_HaveEveryPeriodBetweenFirstAndLast()
    {
        var result = await _workspace.RunAsync("topics", "--json", "--top", "1");

        Assert.Equal(
            """{"topic":"cs.CL","name":"Computation and Language","papers":3,"periods":[{"from":"2026-01-01","papers":1},{"from":"2026-02-01","papers":0},{"from":"2026-03-01","papers":2}],"change":2}""",
            Assert.Single(result.Lines));
    }

    [Theory]
    [InlineData("cs.CL=3 quant-ph=1")]
    [InlineData("cs.CL=2 quant-ph=1", "--since", "2026-03-01")]
    [InlineData("cs.CL=1", "--until", "2026-03-02")]
    [InlineData("cs.CL=2 quant-ph=1", "--since", "2026-03-03", "--by", "day")]
    [InlineData("quant-ph=1", "--group", "physics")]
    [InlineData("cs.CL=3", "--group", "nlp")]
    [InlineData("", "--source", "elsewhere")]
    public async Task Topics_Narrowed_CountOnlyWhatFits(string expected, params string[] options)
    {
        var result = await _workspace.RunAsync(["topics", "--json", .. options]);

        Assert.Equal(expected, string.Join(' ', result.Lines.Select(line => JsonDocument.Parse(line).RootElement)
            .Select(topic => $"{topic.GetProperty("topic").GetString()}={topic.GetProperty("papers").GetInt64()}")));
    }

    [Theory]
    [InlineData(3, "--topic", "cs.CL")]
    [InlineData(3, "--topic", "Computational Linguistics")]
    [InlineData(3, "--topic", "cs")]
    [InlineData(1, "--topic", "quantum computing")]
    [InlineData(0, "--topic", "cs", "--topic", "physics")]
    [InlineData(3, "--topic", "cs", "--topic", "NLP")]
    [InlineData(3, "--topic", "nlp", "--min-score", "0.35")]
    [InlineData(0, "--topic", "nlp", "--min-score", "1")]
    [InlineData(1, "--without-topic")]
    [InlineData(5)]
    public async Task PapersList_ByTopic_FindsPapersThatHaveIt(int expected, params string[] options)
        => Assert.Equal(expected, (await _workspace.RunAsync(["papers", "list", "--json", .. options])).Lines.Count);

    [Theory]
    [InlineData("--topic: the taxonomy arxiv has no topic nlpp; nearest: cs.CL (Computation and Language)", "papers", "list", "--topic", "nlpp")]
    [InlineData("--topic: the taxonomy arxiv has no topic xyzzy; see: topics taxonomy", "papers", "list", "--topic", "xyzzy")]
    [InlineData("--group: the taxonomy arxiv has no topic quant-phy; nearest: quant-ph", "topics", "--group", "quant-phy")]
    [InlineData("--min-score: say the score of which topic", "papers", "list", "--min-score", "0.5")]
    [InlineData("--min-score: must lie between 0 and 1", "papers", "list", "--topic", "cs", "--min-score", "1.1")]
    [InlineData("--without-topic: cannot be asked for together with --topic", "papers", "list", "--topic", "cs", "--without-topic")]
    [InlineData("--since: must not lie after --until", "topics", "--since", "2026-03-02", "--until", "2026-03-01")]
    [InlineData("--by: year is none of day, week, month", "topics", "--by", "year")]
    [InlineData("--top: must be 1 or more", "topics", "--top", "0")]
    public async Task WrongUse_IsNamed(string expected, params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taxonomy_AsATree_HasTopicsBelowTheirGroups()
    {
        var result = await _workspace.RunAsync("topics", "taxonomy");

        Assert.Equal("arxiv", result.Lines[0].Trim());
        Assert.Matches(@"├── cs  Computer Science", result.Output);
        Assert.Matches(@"│ +├── cs\.CL  Computation and Language", result.Output);
    }

    [Fact]
    public async Task Taxonomy_AsJson_PutsParentsBeforeChildren()
    {
        var topics = (await _workspace.RunAsync("topics", "taxonomy", "--taxonomy", "nlp", "--json")).Lines
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(["id", "name", "parent", "description", "aliases"], topics[0].EnumerateObject().Select(property => property.Name));
        var seen = new HashSet<string>();
        Assert.All(topics, topic =>
        {
            var parent = topic.GetProperty("parent").GetString();
            Assert.True(parent is null || seen.Contains(parent));
            seen.Add(topic.GetProperty("id").GetString()!);
        });
    }

    [Fact]
    public async Task Taxonomy_OfTheUser_GivesTheNames()
    {
        const string Own = """{"format":2,"name":"garden","version":"1","topics":[{"id":"roses","name":"Roses","description":"D.","aliases":["queen of flowers"]}]}""";
        var config = _workspace.Write("own.config.json", JsonSerializer.Serialize(
            new { TopicClassifier = new { TaxonomyFile = _workspace.Write("own.json", Own) } }));

        Assert.Contains("roses  Roses", (await _workspace.RunAsync("topics", "taxonomy", "--config", config)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync("papers", "list", "--topic", "Queen of Flowers", "--config", config)).ExitCode);
    }
}
