using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Scheduler.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Scheduler.Tests;

/// <summary>What a person does about messages that failed.</summary>
public sealed class DeadLettersTests
{
    private static readonly Guid Id = DeterministicId.From("test", "1");

    private readonly FakeFailureStore _store = new();
    private readonly DeadLetters _letters;

    public DeadLettersTests()
    {
        var time = new FakeTimeProvider(Some.Noon);
        _letters = new(_store, new(_store, Options.Create(new LedgerOptions()), time), time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FailureState.Dead, true)]
    [InlineData(FailureState.Waiting, true)]
    [InlineData(FailureState.Discarded, true)]
    [InlineData(FailureState.Replayed, true)]
    [InlineData(FailureState.Sent, false)]
    public async Task Replay_MakesItDueAndByHand_UnlessItIsOnItsWay(FailureState state, bool done)
    {
        await GivenAsync(state);

        Assert.Equal(done, await _letters.ReplayAsync(Id, "ann", "to see", Token) is not null);

        var entry = _store.All[0];
        Assert.Equal(done ? (FailureState.Waiting, true, Some.Noon) : (state, false, Some.Noon.AddHours(1)), (entry.State, entry.ByHand, entry.DueAt));
        Assert.Equal(done ? 1 : 0, entry.Acts.Count(act => (act.By, act.What, act.Why) == ("ann", "replay", "to see")));
    }

    [Theory]
    [InlineData(FailureState.Dead, true)]
    [InlineData(FailureState.Waiting, true)]
    [InlineData(FailureState.Discarded, false)]
    [InlineData(FailureState.Replayed, false)]
    [InlineData(FailureState.Sent, false)]
    public async Task Discard_EndsIt_UnlessItIsOnItsWayOrOver(FailureState state, bool done)
    {
        await GivenAsync(state);

        Assert.Equal(done, await _letters.DiscardAsync(Id, "ann", "no use", Token) is not null);

        Assert.Equal(done ? FailureState.Discarded : state, _store.All[0].State);
    }

    [Fact]
    public async Task Edit_KeepsTheFormerBody_AndReadsThePaperAnew()
    {
        await GivenAsync(FailureState.Dead);
        var body = Envelope("arxiv:2601.00002");

        var edited = await _letters.EditAsync(Id, body, "ann", why: null, Token);

        Assert.Equal((FailureState.Dead, "arxiv:2601.00002"), (edited?.State, edited?.PaperId));
        Assert.Equal(body, _store.All[0].Body);
        Assert.Contains("arxiv:2601.00001", _store.All[0].Acts[^1].FormerBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("7", "JSON object")]
    [InlineData("""{"messageType":"x","message":{}}""", "messageType")]
    [InlineData("""{"messageType":[],"message":[]}""", "message")]
    [InlineData("""{"messageType":[],"message":{}}""", "messageId must stay")]
    public async Task Edit_OfABodyThatNoConsumerCouldRead_IsRefused_AndChangesNothing(string body, string reason)
    {
        await GivenAsync(FailureState.Dead);

        var refused = await Assert.ThrowsAsync<BodyRefusedException>(() => _letters.EditAsync(Id, Encoding.UTF8.GetBytes(body), "ann", why: null, Token));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Empty(_store.All[0].Acts);
    }

    [Fact]
    public async Task Edit_OfALargeBody_IsRefused()
    {
        await GivenAsync(FailureState.Dead);

        await Assert.ThrowsAsync<BodyRefusedException>(() => _letters.EditAsync(Id, new byte[EditedBody.MaxBytes + 1], "ann", why: null, Token));
    }

    [Fact]
    public async Task UnknownMessage_IsLeftAlone()
    {
        Assert.Null(await _letters.ReplayAsync(Id, "ann", why: null, Token));
        Assert.Null(await _letters.DiscardAsync(Id, "ann", "x", Token));
    }

    private async Task GivenAsync(FailureState state) => Assert.True(await _store.TryCreateAsync(
        new()
        {
            Id = Id,
            Queue = "extract-claims",
            Stage = "extract-claims",
            MessageId = Id,
            ContentType = "application/vnd.masstransit+json",
            Body = Envelope("arxiv:2601.00001"),
            Cause = FailureCause.Transient,
            Group = "x",
            Reason = "x",
            FirstFailedAt = Some.Noon,
            LastFailedAt = Some.Noon,
            DueAt = Some.Noon.AddHours(1),
            State = state,
        },
        Token));

    private static byte[] Envelope(string paperId)
        => Encoding.UTF8.GetBytes($$$"""{"messageId":"{{{Id:D}}}","messageType":["urn:message:Pipeline.Contracts:PaperParsed"],"message":{"paperId":"{{{paperId}}}"}}""");
}
