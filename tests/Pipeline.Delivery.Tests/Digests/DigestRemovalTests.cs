using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests;

/// <summary>Digests that somebody removes while they are worked on.</summary>
public sealed class DigestRemovalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Removed_BeforeItsIssueIsKept_SendsNothing()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        var held = await digests.StoredAsync();
        await RemoveAsync(digests);

        Assert.True(await digests.Port<DigestTurn>().RunAsync(held, Token));

        Assert.Empty(digests.Mails);
        await AssertNothingStaysAsync(digests);
    }

    [Fact]
    public async Task Removed_WhileItsMailIsUnderWay_LeavesNothing()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        digests.Server.AfterTaking = () => RemoveAsync(digests).GetAwaiter().GetResult();

        await digests.TurnAsync();

        Assert.Single(digests.Mails);
        await AssertNothingStaysAsync(digests);
    }

    private static async Task RemoveAsync(DigestProcess digests)
        => Assert.True(await digests.Subscriptions.RemoveAsync(SomeSubscription.Id(), SomeSubscription.Event(99, action: "removed"), Token));

    private static async Task AssertNothingStaysAsync(DigestProcess digests)
    {
        Assert.Null(await digests.Subscriptions.FindAsync(SomeSubscription.Id(), Token));
        Assert.Empty(await digests.AttemptsAsync());
        Assert.Null(await digests.Port<IDigestStore>().FindLastAsync(SomeSubscription.Id(), Token));
    }
}
