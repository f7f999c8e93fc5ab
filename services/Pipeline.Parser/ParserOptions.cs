using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Parser;

/// <summary>Pace of the parser. Section <c>Parser</c>.</summary>
public sealed class ParserOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Parser";

    /// <summary>Papers stored and announced together. 1 to 1000; default 100.</summary>
    [Range(1, 1000)]
    public int ChunkSize { get; set; } = 100;

    /// <summary>Listings read at the same time by one process. 1 to 32; default 2.</summary>
    [Range(1, 32)]
    public int ConcurrentListings { get; set; } = 2;

    /// <summary>
    /// The parser waits while more papers than this wait for enrichment, so that a large listing does not flood the
    /// queues. 100 to 1,000,000; default 2000.
    /// </summary>
    [Range(100, 1_000_000)]
    public int MaxPending { get; set; } = 2000;

    /// <summary>Longest wait for a stage that makes no progress; then the parser goes on, as the queues are durable. 1 s to 1 h; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxStall { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether a listing that was read is read again while papers of it wait, which announces those: for queues that end with their process. On a
    /// broker they wait in a queue, and every repeat would lengthen it. Default false; true in one process.
    /// </summary>
    public bool AnnounceAgain { get; set; }
}

[OptionsValidator]
internal sealed partial class ParserOptionsValidator : IValidateOptions<ParserOptions>;
