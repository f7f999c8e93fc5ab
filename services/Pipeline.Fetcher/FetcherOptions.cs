using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Fetcher;

/// <summary>How the Fetcher introduces itself, and how long it works and waits. Section <c>Fetcher</c>; the sources are in <c>Sources</c>.</summary>
public sealed class FetcherOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Fetcher";

    /// <summary>
    /// Whom a host can write to about our requests: a mail address or a web address, sent in the User-Agent. Default none,
    /// which is warned about: many hosts ask for one.
    /// </summary>
    [RegularExpression(@"^(https?://[!-'*-~]{1,200}|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190})$", ErrorMessage = "Contact: must be a mail address or a web address, without spaces and parentheses.")]
    public string? Contact { get; set; }

    /// <summary>How long one delivery works on a run before it leaves the rest to the next. 1 s to 15 min; default 10 min. RabbitMQ gives up on a consumer after 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:15:00")]
    public TimeSpan WorkTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest wait for a turn at a host; a run that would wait longer is put off. 1 s to 10 min; default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TurnWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Deliveries of one run that may fail in a row, each after all its attempts, before the run is given up. 1 to 100; default 8.</summary>
    [Range(1, 100)]
    public int FailureLimit { get; set; } = 8;
}

[OptionsValidator]
internal sealed partial class FetcherOptionsValidator : IValidateOptions<FetcherOptions>;
