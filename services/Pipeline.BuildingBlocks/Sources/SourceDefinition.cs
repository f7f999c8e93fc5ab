using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>One source of listings: where it is, when to ask it, and how gently. Section <c>Sources:ID</c>.</summary>
/// <remarks>Addresses and queries are shown to people; secrets do not belong into them.</remarks>
public sealed record SourceDefinition
{
    /// <summary>Name of the source, from its key: lower-case letters, digits and <c>-</c>; 1 to 64 characters.</summary>
    public string Id { get; init; } = "";

    /// <summary>What kind of source it is. Required.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>Where it is; required for <c>feed</c> and <c>http</c>, else the public service's address. May hold <c>{date}</c> for kind <c>http</c>.</summary>
    public string? Address { get; init; }

    /// <summary>Search expression of <c>arxiv-query</c>, for example <c>cat:cs.CL OR cat:cs.LG</c>. Required there.</summary>
    public string? Query { get; init; }

    /// <summary>Subjects of <c>arxiv-rss</c> (<c>cs.CL+cs.LG</c>, required there) or the OAI set of <c>arxiv-oai</c> (<c>cs</c>; all when empty).</summary>
    public string? Set { get; init; }

    /// <summary>OAI metadata format: <c>arXiv</c>, <c>arXivRaw</c> or <c>oai_dc</c>. Default <c>arXiv</c>.</summary>
    public string MetadataPrefix { get; init; } = "arXiv";

    /// <summary>Folder of kind <c>directory</c>. Required there.</summary>
    public string? Directory { get; init; }

    /// <summary>Format to read its listings as; default none: the Parser detects it.</summary>
    public string? Format { get; init; }

    /// <summary>When to fetch it, as a cron expression of five fields; default none: only on demand.</summary>
    public string? Schedule { get; init; }

    /// <summary>IANA name of the time zone the schedule and the source's days are in. Default <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Days before the newest one that every scheduled run asks for again. 0 to 366; default 7. Only kinds that are asked by day.</summary>
    public int OverlapDays { get; init; } = 7;

    /// <summary>Days of the week on which the source lists nothing. Default none.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>Longest time for one request, its body included. 1 s to 1 h; default: 2 min, for <c>arxiv-oai</c> 5 min.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>Attempts for one request, the first included. 1 to 10; default 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Least time between the starts of two requests to its host, over all replicas together. 0 to 1 h; default: 3 s for arXiv, else 1 s.</summary>
    public TimeSpan? RequestInterval { get; init; }

    /// <summary>Largest answer taken, in bytes after decompression. 1 to 16 GiB; default 1 GiB.</summary>
    public long MaxBytes { get; init; } = 1L << 30;

    /// <summary>Papers asked for in one page of <c>arxiv-query</c>. 1 to 2000; default 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>Allow <c>http://</c> addresses. Default false: HTTPS only.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Allow addresses that lead to private, loopback or link-local hosts. Default false.</summary>
    public bool AllowPrivateHosts { get; init; }

    /// <summary>Whether the source can be asked for a given day.</summary>
    [JsonIgnore]
    public bool IsAskedByDay => Kind is SourceKind.HfDaily or SourceKind.ArxivQuery or SourceKind.ArxivOai
        || (Kind is SourceKind.Http && Address?.Contains(DatePlaceholder, StringComparison.Ordinal) == true);

    /// <summary>Stands in an address for the day asked for, as <c>2026-01-31</c>.</summary>
    public const string DatePlaceholder = "{date}";
}
