using System.Net;

namespace Pipeline.Api.Access;

/// <summary>An address to listen on.</summary>
/// <param name="Address">The IP address; null for every loopback address of the machine, <c>localhost</c>.</param>
/// <param name="Port">The port; 0 takes a free one.</param>
internal sealed record ListenAddress(IPAddress? Address, int Port)
{
    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback => Address is null || IPAddress.IsLoopback(Address);

    /// <summary>The addresses of a list that can be listened on; those with a fault are left out.</summary>
    public static IReadOnlyList<ListenAddress> Read(string urls) => [.. Split(urls).Select(Parse).OfType<ListenAddress>()];

    /// <summary>What is wrong with a list of addresses, one line each.</summary>
    public static IEnumerable<string> Faults(string urls)
        => Split(urls)
            .Where(url => Parse(url) is null)
            .Select(url => $"'{url}' cannot be listened on. Write http://, an IP address or localhost, and a port, such as http://127.0.0.1:5080.");

    private static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A name would be bound to every address of the machine, whatever it stands for; so none is taken.
    private static ListenAddress? Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        return uri.Host == "localhost" ? new(null, uri.Port) : IPAddress.TryParse(uri.DnsSafeHost, out var address) ? new(address, uri.Port) : null;
    }
}
