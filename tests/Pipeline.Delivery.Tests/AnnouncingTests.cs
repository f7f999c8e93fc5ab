using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests;

public sealed class AnnouncingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PaperEnriched_IsLoggedAndPublished()
    {
        await using var delivery = await DeliveryProcess.StartAsync();
        var paper = await delivery.GivenCompleteAsync(1);

        await delivery.PublishAsync(paper);
        await delivery.PublishedAsync(1);

        var entry = Assert.Single(await delivery.ReadAsync());
        Assert.Equal((1L, ChangeKind.Enriched, paper.PaperId, paper.Completion.Revision), (entry.Sequence, entry.Kind, entry.PaperId, entry.Revision));
        Assert.Equal(SomePaper.Text(entry), SomePaper.Text(Assert.Single(delivery.Events.All)));
        Assert.Equal(2, SomePaper.Read(entry).Event.GetProperty("data").GetProperty("claimCount").GetInt32());
    }

    [Fact]
    public async Task PaperEnriched_DeliveredTwice_IsLoggedOnceAndPublishedAgainToTheByte()
    {
        await using var delivery = await DeliveryProcess.StartAsync();
        var paper = await delivery.GivenCompleteAsync(1);

        await delivery.PublishAsync(paper);
        await delivery.PublishedAsync(1);
        await delivery.PublishAsync(paper);
        await delivery.PublishedAsync(2);

        Assert.Single(await delivery.ReadAsync());
        Assert.Equal(SomePaper.Text(delivery.Events.All[0]), SomePaper.Text(delivery.Events.All[1]));
    }

    [Fact]
    public async Task PaperEnriched_OfANewRevision_RevisesThePaper()
    {
        await using var delivery = await DeliveryProcess.StartAsync();
        await delivery.PublishAsync(await delivery.GivenCompleteAsync(1));
        await delivery.PublishedAsync(1);

        await delivery.PublishAsync(await delivery.GivenCompleteAsync(1, "Another title", "listing-b", minutes: 10));
        await delivery.PublishedAsync(2);

        Assert.Equal([ChangeKind.Enriched, ChangeKind.Revised], (await delivery.ReadAsync()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task PaperEnriched_OfAPaperThatHasMovedOn_IsPassedOver_WithoutHoldingUpOthers()
    {
        await using var delivery = await DeliveryProcess.StartAsync(("Delivery:BatchSize", "3"), ("Delivery:BatchWait", "00:00:05"));
        var before = await delivery.GivenCompleteAsync(1);
        var after = await delivery.GivenCompleteAsync(1, "Another title", "listing-b", minutes: 10);
        var unknown = ("arxiv:2603.00009", before.Completion);

        await delivery.PublishAsync(before);
        await delivery.PublishAsync(unknown);
        await delivery.PublishAsync(after);
        await delivery.PublishedAsync(1);

        var entry = Assert.Single(await delivery.ReadAsync());
        Assert.Equal((after.Completion.Revision, ChangeKind.Enriched), (entry.Revision, entry.Kind));
    }

    // The log has it, so the exchange must have it, although nobody would announce it of the paper as it stands now.
    [Fact]
    public async Task PaperEnriched_LoggedBeforeTheExchangeFailed_IsPublishedAsItWasLogged()
    {
        await using var delivery = await DeliveryProcess.StartAsync(("Retry:Limit", "1"), ("Ledger:Delay", "00:00:01"));
        var before = await delivery.GivenCompleteAsync(1);
        delivery.Events.Failures = 2;
        await delivery.PublishAsync(before);
        await delivery.UntilAsync(() => delivery.Events.Failures <= 0, "the exchange has failed twice");
        var logged = Assert.Single(await delivery.ReadAsync());
        await delivery.GivenCompleteAsync(1, "Another title", "listing-b", minutes: 10);

        await delivery.PublishAsync(before);
        await delivery.PublishedAsync(1);

        // On a busy machine what looks for missing events at the start may find the paper, too, and then it comes twice.
        Assert.All(delivery.Events.All, published => Assert.Equal(SomePaper.Text(logged), SomePaper.Text(published)));
        Assert.Single(await delivery.ReadAsync());
    }

    [Fact]
    public async Task PaperWithdrawn_IsLoggedAndPublished()
    {
        await using var delivery = await DeliveryProcess.StartAsync();
        var (paperId, _) = await delivery.GivenCompleteAsync(1);
        var withdrawn = new PaperWithdrawn { PaperId = paperId, ListingId = "listing-b", ObservedAt = Some.Time(9) };
        await delivery.Papers.WithdrawAsync(Some.Observation("listing-b", 9), SourceAuthority.Record, [paperId], Token);

        await delivery.Bus.PublishPaperWithdrawnAsync(withdrawn, Token);
        await delivery.PublishedAsync(1);

        var entry = Assert.Single(await delivery.ReadAsync());
        Assert.Equal((ChangeKind.Withdrawn, paperId, Some.Time(9)), (entry.Kind, entry.PaperId, entry.At));
        Assert.Equal(["cs.LG"], entry.Topics);
    }

    [Fact]
    public async Task Events_OfManyPapersAtOnce_AreAllLoggedInOneSequence()
    {
        await using var delivery = await DeliveryProcess.StartAsync(("Delivery:BatchSize", "7"), ("Delivery:ConcurrentBatches", "4"));
        var papers = new List<(string, Completion)>();
        for (var n = 1; n <= 60; n++)
        {
            papers.Add(await delivery.GivenCompleteAsync(n));
        }

        await Task.WhenAll(papers.Concat(papers).Select(delivery.PublishAsync));
        await delivery.PublishedAsync(120);

        var log = await delivery.ReadAsync();
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), log.Select(entry => entry.Sequence));
        Assert.Equal(60, log.Select(entry => entry.PaperId).Distinct(StringComparer.Ordinal).Count());
    }
}
