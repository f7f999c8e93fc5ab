using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>What to ask, and what the answer must look like.</summary>
internal sealed record HttpAsk(Uri Address, Access Access, AnswerForm Form)
{
    /// <summary>Entity tag of the answer we have; null when there is none.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the answer we have; null when there is none.</summary>
    public string? LastModified { get; init; }

    /// <summary>
    /// Whether the address is an interface that its host publishes for programs, or one that a person names just now.
    /// robots.txt is for programs that go round by themselves: arXiv's forbids its own API.
    /// </summary>
    public bool IsAskedDirectly { get; init; }

    /// <summary>Reads what went wrong out of the first bytes of a refusal; null, or a null result, shows its first words.</summary>
    public Func<ReadOnlyMemory<byte>, string?>? ErrorWords { get; init; }

    /// <summary>Whether the host may say that nothing changed.</summary>
    public bool IsConditional => ETag is not null || LastModified is not null;
}

/// <summary>An answer; holds the turn at its host until it is disposed.</summary>
internal sealed record HttpAnswer(HttpExchange Exchange, BodyStream? Body) : IAsyncDisposable
{
    // What could not be sent back would have every later request fail.
    private const int MaxValidator = 1_000;

    public string? ETag => Validator("ETag");

    public string? LastModified => Validator("Last-Modified");

    /// <summary>The body as a stream of its own, which gives the turn back when it is disposed; the answer is not to be disposed then.</summary>
    public Stream OpenOwned()
    {
        Body!.Owner = Exchange;
        return Body;
    }

    public async ValueTask DisposeAsync()
    {
        if (Body is not null)
        {
            await Body.DisposeAsync();
        }

        await Exchange.DisposeAsync();
    }

    private string? Validator(string name)
        => Exchange.Header(name) is { Length: > 0 and <= MaxValidator } value && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? value : null;
}
