using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class TimestampsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(9_999, 0)]
    [InlineData(10_000, 10_000)]
    [InlineData(19_999, 10_000)]
    public void ToStored_CutsToWholeMilliseconds(int ticks, int kept)
        => Assert.Equal(Some.Noon.AddTicks(kept), Timestamps.ToStored(Some.Noon.AddTicks(ticks)));

    [Fact]
    public void ToStored_KeepsTheInstantButInUtc()
    {
        var stored = Timestamps.ToStored(Some.Noon.ToOffset(TimeSpan.FromHours(-5)));

        Assert.Equal((Some.Noon, TimeSpan.Zero), (stored, stored.Offset));
    }

    [Fact]
    public void GetStoredNow_IsTheProvidersTime()
        => Assert.Equal(Some.Noon, new FakeTimeProvider(Some.Noon.AddTicks(1)).GetStoredNow());
}
