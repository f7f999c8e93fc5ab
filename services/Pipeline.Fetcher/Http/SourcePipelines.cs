using System.Collections.Concurrent;
using Pipeline.Fetcher.Fetching;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Pipeline.Fetcher.Http;

/// <summary>One pipeline a source: a limit for all attempts together, attempts, a circuit breaker. The only layer that repeats requests.</summary>
internal sealed class SourcePipelines(TimeProvider time)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    // A delivery must end before the broker thinks that its consumer died (30 min by default).
    private static readonly TimeSpan TotalLimit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan BreakSampling = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BreakDuration = TimeSpan.FromMinutes(2);
    private const int BreakThroughput = 8;
    private const double BreakRatio = 0.9;

    private readonly ConcurrentDictionary<(string SourceId, int Attempts, TimeSpan Timeout), ResiliencePipeline> _pipelines = [];

    /// <summary>The pipeline of a source; a change of its settings gives a new one.</summary>
    public ResiliencePipeline For(string sourceId, int attempts, TimeSpan attemptTimeout)
        => _pipelines.GetOrAdd((sourceId, attempts, attemptTimeout), key => Create(key.Attempts, key.Timeout));

    /// <summary>What a failure of a pipeline means.</summary>
    /// <returns>Null for a failure that is not about fetching.</returns>
    public static FetchException? Explain(Exception failure) => failure switch
    {
        FetchException ours => ours,
        TimeoutRejectedException late => FetchException.Transient($"all attempts together took longer than {late.Timeout.TotalMinutes:0} min", late),

        // Counted as a failure: the attempt that opens the circuit is not the last one, and would else hide behind it for ever.
        BrokenCircuitException broken => FetchException.Transient(
            $"the source failed too often of late and is left alone for a while ({broken.InnerException?.Message ?? "its last trial failed"})",
            broken,
            broken.RetryAfter ?? BreakDuration),
        _ => null,
    };

    private ResiliencePipeline Create(int attempts, TimeSpan attemptTimeout)
    {
        var together = attempts * attemptTimeout;
        var total = together < TotalLimit ? together + TimeSpan.FromMinutes(1) : TotalLimit;
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = total > attemptTimeout ? total : attemptTimeout });
        if (attempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                ShouldHandle = IsTransient,
                DelayGenerator = arguments => new((arguments.Outcome.Exception as FetchException)?.Wait),
            });
        }

        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = BreakRatio,
            MinimumThroughput = BreakThroughput,
            SamplingDuration = BreakSampling,
            BreakDuration = BreakDuration,
            ShouldHandle = arguments => new(arguments.Outcome.Exception is FetchException { Fault: FetchFault.Transient }),
        }).Build();
    }

    private static ValueTask<bool> IsTransient(RetryPredicateArguments<object> arguments)
        => new(arguments.Outcome.Exception is FetchException { Fault: FetchFault.Transient });
}
