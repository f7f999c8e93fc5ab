using MassTransit;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class EnrichmentBatchTests : IAsyncLifetime
{
    private TestBus _bus = null!;

    public async ValueTask InitializeAsync() => _bus = await TestBus.StartInMemoryAsync();

    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    [Fact]
    public async Task PaperParsed_IsSavedAndAnnounced()
    {
        await _bus.PublishAsync(Some.PaperParsed(1));

        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count > 0, "nothing was announced");

        Assert.Equal([Some.PaperId(1)], _bus.Enrichment.Saved);
        Assert.Empty(_bus.PublishedOf<PaperEnriched>());
    }

    [Fact]
    public async Task ManyPapersParsed_AreSavedInBatches()
    {
        await _bus.PublishAsync(Enumerable.Range(1, 400).Select(n => Some.PaperParsed(n)));

        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count == 400, "not all were announced");

        Assert.Equal(400, _bus.Enrichment.Saved.Count);
        Assert.InRange(_bus.Enrichment.Attempts.Count, 4, 40);
        Assert.All(_bus.Enrichment.Attempts, size => Assert.InRange(size, 1, 100));
    }

    [Fact]
    public async Task PaperParsed_DeliveredAgainLater_IsAnnouncedAgainWithTheSameId()
    {
        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count > 0, "nothing was announced");

        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count == 2, "the second delivery was not announced");

        Assert.Single(_bus.IdsOf<ClaimsExtracted>().Distinct());
        Assert.Equal([Some.PaperId(1)], _bus.Enrichment.Saved);
    }

    [Fact]
    public async Task PaperParsed_WhenItWasOvertaken_AnnouncesNothing()
    {
        _bus.Enrichment.Moved.Add(Some.PaperId(1));
        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => _bus.Enrichment.Attempts.Count == 1, "it did not arrive");

        await _bus.PublishAsync(Some.PaperParsed(2));
        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count > 0, "the next paper was not announced");

        Assert.Equal([Some.PaperId(2)], _bus.PublishedOf<ClaimsExtracted>().Select(c => c.PaperId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PaperParsed_BesideARefusedOrOvertakenOne_FaresAlone(bool refused)
    {
        (refused ? _bus.Enrichment.Refused : _bus.Enrichment.Moved).Add(Some.PaperId(2));

        await _bus.PublishAsync(Enumerable.Range(1, 3).Select(n => Some.PaperParsed(n)));
        await _bus.UntilAsync(() => _bus.PublishedOf<ClaimsExtracted>().Count == 2, "the others were not announced");
        await _bus.StopAsync();

        Assert.Equal([Some.PaperId(1), Some.PaperId(3)], _bus.PublishedOf<ClaimsExtracted>().Select(c => c.PaperId).Order(StringComparer.Ordinal));
        Assert.Empty(_bus.PublishedOf<Fault<PaperParsed>>());
    }

    [Fact]
    public async Task PaperParsed_WhenItCompletesTheRevision_PublishesPaperEnrichedWithTheSameIdEachTime()
    {
        _bus.Enrichment.Completing.Add(Some.PaperId(1));

        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => _bus.PublishedOf<PaperEnriched>().Count > 0, "it was not announced");
        await _bus.PublishAsync(Some.PaperParsed(1));
        await _bus.UntilAsync(() => _bus.PublishedOf<PaperEnriched>().Count == 2, "the second delivery was not announced");

        Assert.Single(_bus.IdsOf<PaperEnriched>().Distinct());
        Assert.Single(_bus.PublishedOf<PaperEnriched>().Distinct());
        Assert.Equal(
            new() { PaperId = Some.PaperId(1), Revision = "r1", ClaimsVersion = "cues/1", TopicsVersion = "terms/1+arxiv/1" },
            _bus.PublishedOf<PaperEnriched>()[0]);
    }

    // The whole batch is tried again in place: its papers stay together and none of them takes a turn of its own.
    [Fact]
    public async Task PapersParsed_WhenSavingFailsOnce_AreTriedAgainWithoutAFault()
    {
        _bus.Enrichment.FailSaves(1);

        await _bus.PublishAsync(Enumerable.Range(1, 20).Select(n => Some.PaperParsed(n)));
        await _bus.UntilAsync(() => _bus.Enrichment.Saved.Count == 20, "not all were saved");
        await _bus.StopAsync();

        Assert.Equal(20, _bus.PublishedOf<ClaimsExtracted>().Select(c => c.PaperId).Distinct().Count());
        Assert.Empty(_bus.PublishedOf<Fault<PaperParsed>>());
        Assert.Equal(20 + _bus.Enrichment.Attempts.First(), _bus.Enrichment.Attempts.Sum());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task PaperParsed_WhenSavingFailsForGood_FaultsAfterOneTryMoreThanTheLimit(int limit)
    {
        await using var bus = await TestBus.StartInMemoryAsync(("Retry:Limit", $"{limit}"));
        bus.Enrichment.FailSaves(int.MaxValue);

        await bus.PublishAsync(Some.PaperParsed(1));
        await bus.UntilAsync(() => bus.PublishedOf<Fault<PaperParsed>>().Count > 0, "no fault was published");
        await bus.StopAsync();

        Assert.Equal(limit + 1, bus.Enrichment.Attempts.Count);
        var fault = Assert.Single(bus.PublishedOf<Fault<PaperParsed>>());
        Assert.Equal("The store is away.", Assert.Single(fault.Exceptions).Message);
    }

    [Fact]
    public async Task PapersParsed_WhenSavingFailsForGood_FaultOnceEach()
    {
        _bus.Enrichment.FailSaves(int.MaxValue);

        await _bus.PublishAsync(Enumerable.Range(1, 5).Select(n => Some.PaperParsed(n)));
        await _bus.UntilAsync(() => _bus.PublishedOf<Fault<PaperParsed>>().Count >= 5, "not all faulted");
        await _bus.StopAsync();

        Assert.Equal(
            Enumerable.Range(1, 5).Select(Some.PaperId),
            _bus.PublishedOf<Fault<PaperParsed>>().Select(f => f.Message.PaperId).Order(StringComparer.Ordinal));
    }
}
