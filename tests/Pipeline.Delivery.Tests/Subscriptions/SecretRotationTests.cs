using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Subscriptions;

public sealed class SecretRotationTests
{
    private static readonly string Given = $"whsec_{Convert.ToBase64String(new byte[24])}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rotate_LeavesTheFormerSecretForAWhile_AndNotesNeither()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());
        var former = hook.Webhook!.Secrets[0];

        var result = await desk.Work.RotateAsync(hook.Id, null, SubscriptionWork.DefaultKeep, SubscriptionDesk.By, Token);

        var secrets = (await desk.FindAsync(hook)).Webhook!.Secrets;
        Assert.Equal(
            [new() { Value = result.Secret!, CreatedAt = Some.Time() }, former with { EndsAt = Some.Time().AddHours(24) }], secrets);
        Assert.NotEqual(former.Value, result.Secret);
        var (action, detail) = (await desk.DoneAsync(hook))[0];
        Assert.Equal("rotated", action);
        Assert.DoesNotContain("whsec_", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_Again_LeavesOutWhatHasEnded_AndProlongsNothing()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());
        await desk.Work.RotateAsync(hook.Id, null, TimeSpan.FromHours(1), SubscriptionDesk.By, Token);
        var second = (await desk.FindAsync(hook)).Webhook!.Secrets;

        await desk.Work.RotateAsync(hook.Id, null, TimeSpan.FromHours(2), SubscriptionDesk.By, Token);
        Assert.Equal([null, Some.Time().AddHours(2), Some.Time().AddHours(1)], (await desk.FindAsync(hook)).Webhook!.Secrets.Select(secret => secret.EndsAt));

        desk.Time.Advance(TimeSpan.FromHours(1));
        await desk.Work.RotateAsync(hook.Id, Given, TimeSpan.FromHours(2), SubscriptionDesk.By, Token);
        var secrets = (await desk.FindAsync(hook)).Webhook!.Secrets;
        Assert.Equal(3, secrets.Count);
        Assert.Equal((Given, second[0].Value), (secrets[0].Value, secrets[2].Value));

        await desk.Work.RotateAsync(hook.Id, null, TimeSpan.Zero, SubscriptionDesk.By, Token);
        Assert.Single((await desk.FindAsync(hook)).Webhook!.Secrets);
    }

    [Fact]
    public async Task Rotate_ThatCannotBe_IsRefused()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook(secret: Given));
        var digest = await desk.GivenAsync(SubscriptionDesk.Digest());

        Assert.Equal(RefusalKind.Conflict, (await RotateAsync(digest.Id, null, 1)).Refusal?.Kind);
        Assert.Equal("secret", (await RotateAsync(hook.Id, "whsec_short", 1)).Refusal?.Field);
        Assert.Equal("secret", (await RotateAsync(hook.Id, Given, 1)).Refusal?.Field);
        Assert.Equal("keep", (await RotateAsync(hook.Id, null, -1)).Refusal?.Field);
        Assert.Equal("keep", (await RotateAsync(hook.Id, null, 721)).Refusal?.Field);
        await RotateAsync(hook.Id, null, 1);
        await RotateAsync(hook.Id, null, 1);
        await RotateAsync(hook.Id, null, 720);
        Assert.Equal(RefusalKind.Conflict, (await RotateAsync(hook.Id, null, 1)).Refusal?.Kind);

        Assert.Equal(4, (await desk.DoneAsync(hook)).Count);

        Task<SubscriptionResult> RotateAsync(Guid id, string? secret, int hours)
            => desk.Work.RotateAsync(id, secret, TimeSpan.FromHours(hours), SubscriptionDesk.By, Token);
    }
}
