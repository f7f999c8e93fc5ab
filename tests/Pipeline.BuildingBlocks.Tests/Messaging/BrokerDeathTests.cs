using MassTransit.Serialization;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class BrokerDeathTests
{
    [Theory]
    [InlineData("p-extract-claims", "p-extract-claims")]
    [InlineData("p-extract-claims-quarantine", "p-extract-claims")]
    public void Read_FindsTheQueueThatTheMessageBelongsTo(string first, string expected)
        => Assert.Equal(expected, BrokerDeath.Read(Headers(("x-first-death-queue", first))).Queue);

    [Fact]
    public void Describe_OfADeliveryLimit_SaysThatItKilledItsWorker()
    {
        var death = BrokerDeath.Read(Headers(("x-last-death-reason", "delivery_limit"), ("x-delivery-count", 3L)));

        Assert.Equal("Killed its worker 3 times, also when it was handled alone.", death.Describe());
    }

    [Fact]
    public void Describe_OfAnythingElse_NamesTheBrokersReason()
    {
        Assert.Equal("Given up by the broker: expired.", BrokerDeath.Read(Headers(("x-first-death-reason", "expired"))).Describe());
        Assert.Equal(new(null, null, null), BrokerDeath.Read(Headers()));
    }

    private static DictionarySendHeaders Headers(params (string Name, object Value)[] headers)
    {
        var all = new DictionarySendHeaders();
        foreach (var (name, value) in headers)
        {
            all.Set(name, value);
        }

        return all;
    }
}
