using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class BrokerReturnTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeLifetime _lifetime = new();
    private readonly ConcurrentQueue<bool> _answers = new();
    private readonly FakeEndpoint _claims = FakeEndpoint.At("rabbitmq://broker/extract-claims");
    private readonly FakeEndpoint _topics = FakeEndpoint.At("rabbitmq://broker/classify-topics");
    private readonly BrokerReturn _return;
    private int _asked;
    private bool _alwaysAnswers;

    public BrokerReturnTests() => _return = new(AnswerAsync, _clock, NullLogger<BrokerReturn>.Instance, _lifetime);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _return.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _return.StopAsync(CancellationToken.None);
        _return.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task Queues_WhoseBrokerWasAway_AreStartedAnew_OnceItAnswers()
    {
        Answer(false, false, true);

        await _return.Faulted(_claims.Faulted());
        await _return.Faulted(_topics.Faulted());

        await UntilAsync(() => _claims.Starts == 1 && _topics.Starts == 1);
        Assert.Equal((1, 1, 3), (_claims.Stops, _topics.Stops, _asked));
    }

    [Fact]
    public async Task Queue_WhoseBrokerAnswersAtOnce_IsLeftToItsOwnNextTry()
    {
        Answer(true);
        await _return.Faulted(_claims.Faulted());
        await UntilAskedAsync();
        await _return.Ready(_claims.Ready());

        Answer(false, true);
        await _return.Faulted(_topics.Faulted());

        await UntilAsync(() => _topics.Starts == 1);
        Assert.Equal((0, 0), (_claims.Stops, _claims.Starts));
    }

    [Fact]
    public async Task Queue_ThatReadsAgainByItself_IsLeftAlone()
    {
        Answer(false);
        await _return.Faulted(_claims.Faulted());
        await _return.Faulted(_topics.Faulted());
        await UntilAskedAsync();
        await _return.Ready(_claims.Ready());

        Answer(true);

        await UntilAsync(() => _topics.Starts == 1);
        Assert.Equal((0, 0), (_claims.Stops, _claims.Starts));
    }

    [Fact]
    public async Task Queue_ThatCannotBeStopped_HindersNoOther_AndIsTriedAgainWithTheNextFault()
    {
        var stuck = FakeEndpoint.At("rabbitmq://broker/parse-listing", failingStops: 1);
        Answer(false, true);
        await _return.Faulted(stuck.Faulted());
        await _return.Faulted(_claims.Faulted());
        await UntilAsync(() => _claims.Starts == 1 && stuck.Stops == 1);
        Assert.Equal(0, stuck.Starts);

        Answer(false, true);
        await _return.Faulted(stuck.Faulted());

        await UntilAsync(() => stuck.Starts == 1);
    }

    [Fact]
    public async Task Queue_ThatIsLostForLongWhileTheBrokerAnswers_IsStartedAnew()
    {
        _alwaysAnswers = true;
        await _return.Faulted(_claims.Faulted());
        await UntilAskedAsync();
        Assert.Equal(0, _claims.Stops);
        _clock.Advance(BrokerReturn.Patience - BrokerReturn.Every);
        await UntilAsync(() => _asked > 1, TimeSpan.Zero);
        await _return.Faulted(_claims.Faulted());
        Assert.Equal(0, _claims.Stops);

        await UntilAsync(() => _claims.Starts == 1);
        Assert.Equal(0, _return.Lost);
        Assert.False(_lifetime.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Queue_ThatNeitherReadsNorStops_EndsTheProcess()
    {
        var stuck = FakeEndpoint.At("rabbitmq://broker/parse-listing", neverStops: true);
        Answer(false, true);
        await _return.Faulted(stuck.Faulted());

        await UntilAsync(() => stuck.Stops == 1);
        Assert.False(_lifetime.ApplicationStopping.IsCancellationRequested);

        await UntilAsync(() => _lifetime.ApplicationStopping.IsCancellationRequested, BrokerReturn.StopLimit);
        Assert.Equal(0, stuck.Starts);
    }

    private void Answer(params ReadOnlySpan<bool> answers)
    {
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    // What nobody expects is a broker that stays away.
    private Task<bool> AnswerAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return Task.FromResult(_alwaysAnswers || (_answers.TryDequeue(out var answer) && answer));
    }

    // The clock stands still.
    private Task UntilAskedAsync() => UntilAsync(() => _asked == 1, TimeSpan.Zero);

    private Task UntilAsync(Func<bool> condition) => UntilAsync(condition, BrokerReturn.Every);

    private Task UntilAsync(Func<bool> condition, TimeSpan step)
        => Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(step);
                return Task.FromResult(condition());
            },
            TimeSpan.FromSeconds(20),
            () => $"asked {_asked} times; claims {_claims.Starts} starts, topics {_topics.Starts}",
            Token);
}
