namespace Pipeline.LocalMongo.Tests;

public sealed class GatewayOptionsTests
{
    [Theory]
    [InlineData("127.0.0.1:17017")]
    [InlineData("127.1.2.3:1")]
    [InlineData("[::1]:17017")]
    public void Address_OnLoopback_IsAccepted(string address)
        => Assert.Equal(address, GatewayOptions.Parse([address, "127.0.0.1:17432"]).Listen.ToString());

    [Theory]
    [InlineData("0.0.0.0:17017", "127.0.0.1:17432")]
    [InlineData("[::]:17017", "127.0.0.1:17432")]
    [InlineData("192.168.1.2:17017", "127.0.0.1:17432")]
    [InlineData("127.0.0.1:17017", "10.0.0.1:17432")]
    [InlineData("127.0.0.1", "127.0.0.1:17432")] // no port
    [InlineData("localhost:17017", "127.0.0.1:17432")] // a name may mean anything
    public void Address_NotSurelyOnLoopback_IsRefused(string listen, string engine)
        => Assert.Throws<ArgumentException>(() => GatewayOptions.Parse([listen, engine]));

    [Fact]
    public void Arguments_Missing_AreRefusedWithTheUsage()
        => Assert.Equal(GatewayOptions.Usage, Assert.Throws<ArgumentException>(() => GatewayOptions.Parse([])).Message);
}
