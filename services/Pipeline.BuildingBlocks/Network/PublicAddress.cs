using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.BuildingBlocks.Network;

/// <summary>Tells addresses of the public internet from those that lead into somebody's own network. Pure.</summary>
/// <remarks>After the special-purpose registries of IANA (RFC 6890 and its successors).</remarks>
public static class PublicAddress
{
    private static readonly (uint Network, int Bits)[] Special4 =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12),
        (0xC0000000, 24), (0xC0000200, 24), (0xC0586300, 24), (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24),
        (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ];

    /// <summary>Whether an address is one of the public internet; forms of IPv6 that carry an IPv4 address are judged by that one.</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return IsPublic4(address.GetAddressBytes());
        }

        var bytes = address.GetAddressBytes();
        return Embedded4(bytes) is { } inner ? IsPublic4(inner) : IsPublic6(bytes);
    }

    /// <summary>Whether an address of the web names, without any name, a host that is not of the public internet.</summary>
    public static bool IsPrivateLiteral(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
            && IPAddress.TryParse(address.IdnHost, out var literal) && !Is(literal);
    }

    private static bool IsPublic4(ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        foreach (var (network, bits) in Special4)
        {
            if ((value ^ network) >> (32 - bits) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // Only 2000::/3 is given out; 2001::/23 (protocols such as Teredo, and measurements) and the documentation prefixes are in it
    // without being anybody's.
    private static bool IsPublic6(ReadOnlySpan<byte> bytes)
        => (bytes[0] & 0xE0) == 0x20
            && !(StartsWith(bytes, [0x20, 0x01]) && bytes[2] < 2)
            && !StartsWith(bytes, [0x20, 0x01, 0x0D, 0xB8])
            && !StartsWith(bytes, [0x3F, 0xFF]);

    // ::ffff:a.b.c.d (mapped), ::a.b.c.d (compatible), 64:ff9b::a.b.c.d (NAT64), 2002:a.b.c.d:: (6to4).
    private static byte[]? Embedded4(byte[] bytes)
    {
        if (StartsWith(bytes, [0x20, 0x02]))
        {
            return bytes[2..6];
        }

        var carries = StartsWith(bytes, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
            || StartsWith(bytes, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            || StartsWith(bytes, [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]);
        return carries ? bytes[12..] : null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> prefix) => bytes.StartsWith(prefix);
}
