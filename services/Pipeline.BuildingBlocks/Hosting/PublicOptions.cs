using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>How this installation is reached from outside. Section <c>Public</c>.</summary>
public sealed class PublicOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Public";

    /// <summary>
    /// Address under which readers reach the API, also through a proxy, such as <c>https://papers.example.org</c>; links in mails and feeds begin with
    /// it. <c>http</c> or <c>https</c>, without query. Default none.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>The address of a path below it.</summary>
    /// <param name="path">Path and query, without a slash before it.</param>
    /// <exception cref="InvalidOperationException"><see cref="Url"/> is not set.</exception>
    public Uri To(string path)
        => Read() is { } url ? new(url, path) : throw new InvalidOperationException($"{Section}:{nameof(Url)} is not set.");

    /// <summary>The address, ending in a slash.</summary>
    /// <returns>Null when none is set, or none that can be used.</returns>
    public Uri? Read()
        => Uri.TryCreate(Url, UriKind.Absolute, out var url) && Fits(url) ? new(url.AbsoluteUri.TrimEnd('/') + "/") : null;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
        => string.IsNullOrEmpty(Url) || Read() is not null
            ? []
            : [new("It must be an address over http or https without user, query and fragment, such as https://papers.example.org.", [nameof(Url)])];

    private static bool Fits(Uri url)
        => (url.Scheme is "http" or "https") && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
}

[OptionsValidator]
internal sealed partial class PublicOptionsValidator : IValidateOptions<PublicOptions>;
