using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Fetcher;

/// <summary>Which sources there are. Section <c>Fetcher</c>.</summary>
public sealed class FetcherOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Fetcher";

    /// <summary>Directories of listing files, by source id; for example <c>Fetcher__Directories__inbox=/inbox</c>. Default none.</summary>
    public Dictionary<string, string> Directories { get; } = new(StringComparer.Ordinal);

    /// <summary>Largest file taken from a directory, in bytes. 1 to 16 GiB; default 1 GiB.</summary>
    [Range(1, 17_179_869_184)]
    public long MaxFileBytes { get; set; } = 1L << 30;
}

[OptionsValidator]
internal sealed partial class FetcherOptionsValidator : IValidateOptions<FetcherOptions>;
