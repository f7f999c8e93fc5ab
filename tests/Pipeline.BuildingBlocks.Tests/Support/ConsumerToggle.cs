using System.Collections.Concurrent;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Lets a consumer fail, and records what it did.</summary>
internal sealed class ConsumerToggle
{
    private readonly ConcurrentQueue<string> _attempts = [];
    private readonly ConcurrentQueue<string> _done = [];
    private volatile bool _failing;
    private volatile bool _failingFirst;

    /// <summary>Every attempt fails.</summary>
    public bool Failing
    {
        get => _failing;
        set => _failing = value;
    }

    /// <summary>The first attempt at each message fails.</summary>
    public bool FailingFirst
    {
        get => _failingFirst;
        set => _failingFirst = value;
    }

    /// <summary>What a failing attempt throws.</summary>
    public Func<Exception> Fault { get; set; } = () => new InvalidOperationException("The archive is away.");

    public IReadOnlyCollection<string> Attempts => _attempts;

    public IReadOnlyCollection<string> Done => _done;

    public void Attempt(string id)
    {
        var first = !_attempts.Contains(id);
        _attempts.Enqueue(id);
        if (Failing || (FailingFirst && first))
        {
            throw Fault();
        }

        _done.Enqueue(id);
    }
}
