using Microsoft.Extensions.Time.Testing;
using Pipeline.Chaos.Faults;

namespace Pipeline.Chaos.Tests.Faults;

public sealed class FlowWatchTests
{
    private static readonly Fault Cut = new(TimeSpan.Zero, FaultKind.CutBroker, "broker", TimeSpan.FromSeconds(1));

    private readonly FakeTimeProvider _time = new();
    private readonly FlowWatch _flow;

    public FlowWatchTests() => _flow = new FlowWatch(_time);

    [Fact]
    public void Flow_ThatResumes_IsTimedFromTheEndOfTheOutage_Once()
    {
        _flow.Interrupted();
        _flow.Flows();
        _time.Advance(TimeSpan.FromSeconds(5));
        _flow.Restored(Cut);
        _time.Advance(TimeSpan.FromSeconds(3));
        _flow.Flows();
        _flow.Flows();

        Assert.Equal([new Recovery(Cut, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3))], _flow.Recoveries);
    }

    [Fact]
    public void Flow_ThatHasNotResumedWhenTheNextOutageBegins_IsNotKnown()
    {
        _flow.Restored(Cut);
        _time.Advance(TimeSpan.FromSeconds(9));
        _flow.Interrupted();
        _flow.Flows();

        Assert.Equal([new Recovery(Cut, null, TimeSpan.FromSeconds(9))], _flow.Recoveries);
    }
}
