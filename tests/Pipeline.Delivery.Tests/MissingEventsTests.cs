using Pipeline.Delivery.Tests.Support;

namespace Pipeline.Delivery.Tests;

public sealed class MissingEventsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_WhoseMessageEndedWithAProcess_AreAnnouncedByTheNext()
    {
        await using var first = await DeliveryProcess.StartAsync();
        await first.PublishAsync(await first.GivenCompleteAsync(1));
        await first.PublishedAsync(1);
        var lost = await first.GivenCompleteAsync(2, minutes: 5);
        Assert.Equal([lost.PaperId], await first.Missing.FindAsync(DateTimeOffset.UnixEpoch, Token).Select(paper => paper.PaperId).ToListAsync(Token));

        await using var next = await DeliveryProcess.StartOverAsync(first);
        await next.PublishedAsync(1);

        Assert.Equal([1, 2], (await next.ReadAsync()).Select(entry => entry.Sequence));
        Assert.Equal(lost.PaperId, Assert.Single(next.Events.All).PaperId);
        Assert.Empty(await next.Missing.FindAsync(DateTimeOffset.UnixEpoch, Token).ToListAsync(Token));
    }
}
