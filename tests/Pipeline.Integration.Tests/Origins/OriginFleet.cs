using Pipeline.TestOrigins;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>One fleet with sources of several kinds, each test at sources and papers of its own.</summary>
public sealed class OriginFleet : IAsyncLifetime
{
    internal const string LoginPage = "<!DOCTYPE html><html><head><title>Log in</title></head><body><b>Please log in</b> to go on</body></html>";

    internal static readonly PlayedPaper Shared = new(501, Days.Ago(3)) { Version = 2 };
    internal static readonly PlayedPaper Withdrawn = new(601, Days.Ago(4));

    public TestOrigin Origin { get; private set; } = null!;

    public WorkerFleet Fleet { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Origin = await TestOrigin.StartAsync(TestContext.Current.CancellationToken);
        Origin.OnDaily("/daily", PlayedPaper.Listed(1, 3, Days.Ago(4), Days.Ago(3)));
        Origin.OnDaily("/paused", PlayedPaper.Listed(101, 3, Days.Ago(3), Days.Ago(3)));

        PlayedPaper[] shared = [.. Enumerable.Range(Shared.Number, 12).Select(number => Shared with { Number = number })];
        Origin.OnDaily("/three", shared);
        Origin.OnQuery("/three", shared);
        Origin.OnHarvest("/three", shared);

        Origin.OnHarvest("/gone", [Withdrawn, Withdrawn with { Day = Days.Ago(3), Deleted = true }]);
        Origin.On("/login/api/daily_papers", "text/html", LoginPage);
        Origin.On($"/login/{Days.Ago(3).Text()}", "text/html", LoginPage);
        var settings = SourceAt.Together(
            Origin.Source("daily", "hf-daily", "/daily"),
            Origin.Source("paused", "hf-daily", "/paused"),
            Origin.Source("three-daily", "hf-daily", "/three"),
            Origin.Source("three-query", "arxiv-query", "/three", ("Query", "cat:cs.CL"), ("PageSize", "10")),
            Origin.Source("three-harvest", "arxiv-oai", "/three/oai"),
            Origin.Source("gone", "arxiv-oai", "/gone/oai"),
            Origin.Source("login-daily", "hf-daily", "/login"),
            Origin.Source("login-page", "http", "/login/{date}"),
            Origin.Source("login-format", "http", "/login/{date}", ("Format", "arxiv-atom")));
        Fleet = await WorkerFleet.StartAsync(new FleetPlan { Settings = settings }, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Fleet.DisposeAsync();
        await Origin.DisposeAsync();
    }
}
