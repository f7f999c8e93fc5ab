namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Somebody asked for patience; the message is tried again when that has passed, which counts as an attempt.</summary>
public sealed class ThrottledException(string message, TimeSpan retryAfter, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long, from now.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
