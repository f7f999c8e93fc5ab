using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Pipeline.Api.Access;

/// <summary>The configured keys. Only their hashes are kept.</summary>
internal sealed class ApiKeys(IOptions<ApiOptions> options)
{
    private readonly (byte[] Hash, Caller Caller)[] _keys = [.. options.Value.Keys.Select(key => (HashOf(key), new Caller(key.Name!, key.Scope)))];

    /// <summary>Who has a key.</summary>
    /// <returns>Null when nobody does. Takes the same time whichever key it is, and however much of one fits.</returns>
    public Caller? Find(string presented)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        Caller? found = null;
        foreach (var (known, caller) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                found = caller;
            }
        }

        return found;
    }

    private static byte[] HashOf(ApiKeyOptions key)
        => string.IsNullOrEmpty(key.Key) ? Convert.FromHexString(key.Sha256!) : SHA256.HashData(Encoding.UTF8.GetBytes(key.Key));
}

/// <summary>Who asks.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="Scope">What the key may do.</param>
internal sealed record Caller(string Name, ApiScope Scope);
