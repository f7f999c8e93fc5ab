using System.Net;

namespace Pipeline.LocalMongo;

/// <summary>Where the gateway listens and where its engine is; both on this machine.</summary>
internal sealed record GatewayOptions(IPEndPoint Listen, IPEndPoint Engine)
{
    public const string Usage = "usage: Pipeline.LocalMongo <listen address:port> <PostgreSQL address:port>, both on loopback";

    /// <exception cref="ArgumentException">The arguments are not two addresses on loopback.</exception>
    public static GatewayOptions Parse(string[] arguments)
        => arguments is [var listen, var engine]
            ? new(Loopback(listen), Loopback(engine))
            : throw new ArgumentException(Usage);

    // Whoever can connect may read and delete everything, so nobody from outside may.
    private static IPEndPoint Loopback(string text)
    {
        if (!IPEndPoint.TryParse(text, out var address) || address.Port == 0)
        {
            throw new ArgumentException($"'{text}' is not an address with a port. {Usage}");
        }

        return IPAddress.IsLoopback(address.Address)
            ? address
            : throw new ArgumentException($"'{text}' is not on loopback, and this gateway has neither authentication nor encryption. {Usage}");
    }
}
