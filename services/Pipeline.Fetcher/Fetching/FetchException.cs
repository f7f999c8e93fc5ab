namespace Pipeline.Fetcher.Fetching;

/// <summary>What kind of trouble a fetch had.</summary>
public enum FetchFault
{
    /// <summary>It may pass by itself: worth trying again soon.</summary>
    Transient,

    /// <summary>The host asked to be left alone for a while, or others are at it: nobody's failure.</summary>
    Throttled,

    /// <summary>It stays until a person changes something.</summary>
    Permanent,
}

/// <summary>A fetch that did not give an answer; the message is one line for people.</summary>
public sealed class FetchException : Exception
{
    private FetchException(FetchFault fault, string message, TimeSpan? wait, Exception? inner)
        : base(message, inner)
    {
        Fault = fault;
        Wait = wait;
    }

    /// <summary>What kind of trouble it was.</summary>
    public FetchFault Fault { get; }

    /// <summary>How long to wait before asking again; null when the host did not say.</summary>
    public TimeSpan? Wait { get; }

    internal static FetchException Transient(string message, Exception? inner = null, TimeSpan? wait = null) => new(FetchFault.Transient, message, wait, inner);

    internal static FetchException Throttled(string message, TimeSpan wait) => new(FetchFault.Throttled, message, wait, inner: null);

    internal static FetchException Permanent(string message, Exception? inner = null) => new(FetchFault.Permanent, message, wait: null, inner);
}
