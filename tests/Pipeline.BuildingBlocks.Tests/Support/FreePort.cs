using System.Net;
using System.Net.Sockets;

namespace Pipeline.BuildingBlocks.Tests.Support;

internal static class FreePort
{
    /// <summary>A loopback port that nothing listens on.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
