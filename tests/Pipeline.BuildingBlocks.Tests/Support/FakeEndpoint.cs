using System.Reflection;
using MassTransit;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A queue at the interface alone.</summary>
public class FakeEndpoint : DispatchProxy
{
    private int _stops;
    private int _starts;
    private int _failingStops;
    private bool _neverStops;

    /// <summary>How often it was asked to stop.</summary>
    public int Stops => Volatile.Read(ref _stops);

    /// <summary>How often it was asked to start.</summary>
    public int Starts => Volatile.Read(ref _starts);

    /// <summary>Its address.</summary>
    public Uri Address { get; private set; } = new("rabbitmq://broker/none");

    private IReceiveEndpoint Endpoint => (IReceiveEndpoint)(object)this;

    /// <summary>A queue at an address.</summary>
    public static FakeEndpoint At(string address, int failingStops = 0, bool neverStops = false)
    {
        var fake = (FakeEndpoint)(object)Create<IReceiveEndpoint, FakeEndpoint>();
        fake.Address = new(address);
        (fake._failingStops, fake._neverStops) = (failingStops, neverStops);
        return fake;
    }

    /// <summary>It reads.</summary>
    public ReceiveEndpointReady Ready() => new IsReady(Address, Endpoint);

    /// <summary>It lost its broker.</summary>
    public ReceiveEndpointFaulted Faulted() => new IsFaulted(Address, Endpoint, new TimeoutException("The broker is away."));

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod?.Name)
        {
            case nameof(IReceiveEndpoint.Stop):
                return Interlocked.Increment(ref _stops) <= _failingStops ? Task.FromException(new TimeoutException("The broker is away."))
                    : _neverStops ? new TaskCompletionSource().Task
                    : Task.CompletedTask;
            case nameof(IReceiveEndpoint.Start):
                Interlocked.Increment(ref _starts);
                return null;
            case "get_" + nameof(IReceiveEndpoint.InputAddress):
                return Address;
            default:
                throw new NotSupportedException(targetMethod?.Name);
        }
    }

    private sealed record IsReady(Uri InputAddress, IReceiveEndpoint ReceiveEndpoint) : ReceiveEndpointReady
    {
        public bool IsStarted => true;
    }

    private sealed record IsFaulted(Uri InputAddress, IReceiveEndpoint ReceiveEndpoint, Exception Exception) : ReceiveEndpointFaulted;
}
