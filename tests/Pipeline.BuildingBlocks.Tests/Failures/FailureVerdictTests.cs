using System.Net;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using Pipeline.BuildingBlocks.Failures;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.BuildingBlocks.Tests.Failures;

public sealed class FailureVerdictTests
{
    public static TheoryData<Exception, FailureCause> Exceptions => new()
    {
        { new InvalidOperationException("odd"), FailureCause.Transient },
        { new IOException("gone"), FailureCause.Transient },
        { new TimeoutException("late"), FailureCause.DependencyDown },
        { new AggregateException(new InvalidOperationException("odd"), new TimeoutException("late")), FailureCause.DependencyDown },
        { new InvalidOperationException("outer", new JsonException("inner")), FailureCause.Permanent },
        { new SerializationException("no envelope"), FailureCause.Permanent },
        { new ArgumentOutOfRangeException("score"), FailureCause.Permanent },
        { new FormatException("no day"), FailureCause.Permanent },
        { new HttpRequestException("no", null, HttpStatusCode.TooManyRequests), FailureCause.Throttled },
        { new HttpRequestException("no", null, HttpStatusCode.BadGateway), FailureCause.Transient },
        { new ConnectionException("broker", new SerializationException("wrapped")), FailureCause.DependencyDown },
        { new AlreadyClosedException(new RabbitMQ.Client.Events.ShutdownEventArgs(RabbitMQ.Client.ShutdownInitiator.Peer, 320, "closed")), FailureCause.DependencyDown },
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public void Of_DecidesByTheOutermostThatIsKnown(Exception exception, FailureCause cause)
        => Assert.Equal(cause, FailureVerdict.Of(exception, inner => inner is TimeoutException).Cause);

    [Fact]
    public void Of_KeepsHowLongSomebodyAskedToWait()
    {
        var verdict = FailureVerdict.Of(
            new InvalidOperationException("outer", new ThrottledException("busy", TimeSpan.FromSeconds(90))), _ => false);

        Assert.Equal((FailureCause.Throttled, TimeSpan.FromSeconds(90), "busy"), (verdict.Cause, verdict.RetryAfter, verdict.Exception.Message));
    }
}
