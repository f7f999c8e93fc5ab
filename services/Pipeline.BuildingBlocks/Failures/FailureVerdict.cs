using System.Net;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>What an exception says about a message.</summary>
/// <param name="Cause">What is done about it.</param>
/// <param name="Exception">The exception that says so: the outermost that is known, else the first one.</param>
/// <param name="RetryAfter">How long to wait, where somebody said so.</param>
public sealed record FailureVerdict(FailureCause Cause, Exception Exception, TimeSpan? RetryAfter = null)
{
    /// <summary>Decides by the exception and those inside it.</summary>
    /// <param name="exception">What the consumer threw, or what made of the message something no consumer could be given.</param>
    /// <param name="isStoreDown">Whether an exception says that the store could not be reached.</param>
    public static FailureVerdict Of(Exception exception, Func<Exception, bool> isStoreDown)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(isStoreDown);
        foreach (var inner in Chain(exception))
        {
            if (CauseOf(inner, isStoreDown) is { } cause)
            {
                return new(cause, inner, (inner as ThrottledException)?.RetryAfter);
            }
        }

        return new(FailureCause.Transient, exception);
    }

    // The broker's before what is malformed: the bus wraps one in the other's clothes.
    private static FailureCause? CauseOf(Exception exception, Func<Exception, bool> isStoreDown) => exception switch
    {
        ThrottledException or HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests } => FailureCause.Throttled,
        ConnectionException or TransportUnavailableException => FailureCause.DependencyDown,
        _ when isStoreDown(exception) || IsOfTheBroker(exception) => FailureCause.DependencyDown,
        SerializationException or JsonException or FormatException or InvalidDataException => FailureCause.Permanent,
        ArgumentException or NotSupportedException or InvalidCastException => FailureCause.Permanent,
        _ => null,
    };

    // Channel and connection closed, broker unreachable; a returned message is none of them.
    private static bool IsOfTheBroker(Exception exception)
        => exception.GetType().Namespace?.StartsWith("RabbitMQ.Client", StringComparison.Ordinal) == true;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        yield return exception;
        var inside = exception is AggregateException many ? many.InnerExceptions : exception.InnerException is { } one ? [one] : (IReadOnlyList<Exception>)[];
        foreach (var inner in inside.SelectMany(Chain))
        {
            yield return inner;
        }
    }
}
