using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.Api.Access;

namespace Pipeline.Api;

/// <summary>The API over HTTP. Section <c>Api</c>.</summary>
public sealed class ApiOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Api";

    /// <summary>
    /// Addresses to listen on, <c>http://</c> with an IP address or <c>localhost</c> and a port, separated by <c>;</c>. Empty opens none.
    /// Beyond loopback every request needs a key. Default <c>http://127.0.0.1:5080</c>.
    /// </summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Keys that open it; required beyond loopback, and for whatever starts work. Default none.</summary>
    public IReadOnlyList<ApiKeyOptions> Keys { get; set; } = [];

    /// <summary>Requests that one key, or without a key one address, may make in a minute. 1 to 1,000,000; default 600.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Requests that run at once; pages for readers of mails have as many places of their own. 1 to 10,000; default 32.</summary>
    [Range(1, 10_000)]
    public int ConcurrentRequests { get; set; } = 32;

    /// <summary>Requests that wait for a place; more are sent away. 0 to 100,000; default 64.</summary>
    [Range(0, 100_000)]
    public int WaitingRequests { get; set; } = 64;

    /// <summary>Longest time for one request, from when it comes. 1 s to 10 min; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        foreach (var fault in ListenAddress.Faults(Urls ?? ""))
        {
            yield return new(fault, [nameof(Urls)]);
        }

        foreach (var fault in KeyRules.Faults(Keys))
        {
            yield return new(fault, [nameof(Keys)]);
        }

        if (Keys.Count == 0 && ListenAddress.Read(Urls ?? "").Any(address => !address.IsLoopback))
        {
            yield return new("Without a key it listens on loopback only. Give one, or an address on 127.0.0.1 in Api:Urls.", [nameof(Keys)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class ApiOptionsValidator : IValidateOptions<ApiOptions>;
