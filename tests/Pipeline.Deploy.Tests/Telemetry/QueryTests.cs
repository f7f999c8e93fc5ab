using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Deploy.Tests.Telemetry;

/// <summary>Alerts and dashboard ask for metrics and labels that the workers emit.</summary>
public sealed class QueryTests : IAsyncLifetime
{
    private static readonly string Rules = Checkout.Read(QueryFiles.Rules);
    private static readonly string Dashboard = Checkout.Read(QueryFiles.Dashboard);

    private IReadOnlyDictionary<string, IReadOnlySet<string>> _emitted = null!;

    public async ValueTask InitializeAsync() => _emitted = await EmittedMetrics.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Alerts_AskForWhatIsEmitted() => Assert.Empty(QueryRules.Violations(QueryFiles.OfRules(Rules), _emitted));

    [Fact]
    public void Panels_AskForWhatIsEmitted() => Assert.Empty(QueryRules.Violations(QueryFiles.OfDashboard(Dashboard), _emitted));

    [Fact]
    public void Instruments_AreAllEmitted()
        => Assert.All(InstrumentNames.All, name => Assert.Contains(
            _emitted.Keys, metric => metric.StartsWith(name.Replace('.', '_'), StringComparison.Ordinal)));

    [Fact]
    public void Labels_AreNoIds()
        => Assert.DoesNotContain(_emitted.Values.SelectMany(labels => labels), label => label.Contains("paper", StringComparison.Ordinal) || label.EndsWith("message_id", StringComparison.Ordinal));

    [Fact]
    public void Alerts_SayWhatIsWrongAndWhatToDo()
        => Assert.All(QueryFiles.Alerts(Rules), alert => Assert.All(
            ["summary", "action"], key => Assert.NotEmpty(alert["annotations"][key].ToString())));

    [Theory]
    [InlineData("pipeline_papers_total", "pipeline_paper_total", "Enriched in the last 24 h: nothing emits pipeline_paper_total")]
    [InlineData("by (source) (pipeline_source", "by (origin) (pipeline_source", "Time since the last success of each source: pipeline_source_last_success_seconds has no label origin")]
    public void Panel_ThatAsksForSomethingElse_IsCaught(string text, string replacement, string violation)
        => Assert.Contains(violation, QueryRules.Violations(QueryFiles.OfDashboard(Dashboard.Replace(text, replacement, StringComparison.Ordinal)), _emitted));

    [Theory]
    [InlineData("pipeline_stage_oldest_waiting_seconds >", "pipeline_stage_oldest_waiting >", "StageLags: nothing emits pipeline_stage_oldest_waiting")]
    [InlineData("""{outcome="refused"}""", """{result="refused"}""", "PapersRefused: pipeline_papers_total has no label result")]
    public void Alert_ThatAsksForSomethingElse_IsCaught(string text, string replacement, string violation)
        => Assert.Equal([violation], QueryRules.Violations(QueryFiles.OfRules(Rules.Replace(text, replacement, StringComparison.Ordinal)), _emitted));

    [Theory]
    [InlineData("up{job=\"a b\"} == 0", "up", "job")]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(x_bucket[6h]))) > 1e3", "x_bucket", "le")]
    [InlineData("sum without (a, b) (y:z{c!~\"d\", e=\"\"}) or absent(w)", "y:z w", "c e a b")]
    [InlineData("rate(v[$__rate_interval]) / on (f) group_left (g) u offset 5m", "v u", "f g")]
    [InlineData("1 + 1", "", "")]
    public void Query_IsReadAsMetricsAndLabels(string expression, string metrics, string labels)
    {
        var query = Query.Parse(expression);

        Assert.Equal((metrics, labels), (string.Join(' ', query.Metrics), string.Join(' ', query.Labels)));
    }
}
