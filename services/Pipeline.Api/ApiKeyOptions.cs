namespace Pipeline.Api;

/// <summary>A key that opens the API. Give the key, or its SHA-256, so that the configuration holds no secret.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>Shortest key, in characters.</summary>
    public const int MinKeyLength = 24;

    /// <summary>Who has it, for the log. Required; 1 to 64 characters. No default.</summary>
    public string? Name { get; set; }

    /// <summary>The key, from 24 characters. Default none.</summary>
    public string? Key { get; set; }

    /// <summary>SHA-256 of the key's UTF-8 bytes, 64 hexadecimal digits. Default none.</summary>
    public string? Sha256 { get; set; }

    /// <summary>What it may do. Default <see cref="ApiScope.Read"/>.</summary>
    public ApiScope Scope { get; set; }
}

/// <summary>What a key may do.</summary>
public enum ApiScope
{
    /// <summary>Read.</summary>
    Read,

    /// <summary>Read, and start work.</summary>
    Operate,
}
