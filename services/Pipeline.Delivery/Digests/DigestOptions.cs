using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Delivery.Digests;

/// <summary>Mails of new papers. Section <c>Digest</c>.</summary>
public sealed class DigestOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Digest";

    /// <summary>Pause between two looks for digests that are due. 1 s to 1 h; default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Wait after the first fault of the mail server, doubled for each further one up to 4 h. 1 s to 1 h; default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMinutes(1);
}

[OptionsValidator]
internal sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
