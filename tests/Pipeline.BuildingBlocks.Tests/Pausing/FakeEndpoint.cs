using System.Reflection;
using MassTransit;

namespace Pipeline.BuildingBlocks.Tests.Pausing;

/// <summary>A queue at the interface alone, which fails to stop the first time.</summary>
public class FakeEndpoint : DispatchProxy
{
    private int _stops;

    /// <summary>How often it was asked to stop.</summary>
    public int Stops => Volatile.Read(ref _stops);

    /// <summary>A queue that has just started at an address.</summary>
    public static (FakeEndpoint Fake, ReceiveEndpointReady Ready) At(string address)
    {
        var endpoint = Create<IReceiveEndpoint, FakeEndpoint>();
        return ((FakeEndpoint)(object)endpoint, new Started(new Uri(address), endpoint));
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        => targetMethod?.Name != nameof(IReceiveEndpoint.Stop) ? throw new NotSupportedException(targetMethod?.Name)
            : Interlocked.Increment(ref _stops) == 1 ? Task.FromException(new TimeoutException("The broker is away."))
            : Task.CompletedTask;

    private sealed record Started(Uri InputAddress, IReceiveEndpoint ReceiveEndpoint) : ReceiveEndpointReady
    {
        public bool IsStarted => true;
    }
}
