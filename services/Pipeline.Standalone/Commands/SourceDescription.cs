using System.CommandLine;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Standalone.Commands;

/// <summary>The options that describe a source; what is left out has the default of <see cref="SourceDefinition"/>.</summary>
internal sealed class SourceDescription
{
    private static readonly SourceDefinition Defaults = new();

    private readonly Option<SourceKind?> _kind = new("--kind")
    {
        Description = $"What kind of source it is: {string.Join(", ", SourceKinds.Names)}.",
        HelpName = "KIND",
        Required = true,
        CustomParser = result =>
        {
            var kind = SourceKinds.Read(result.Tokens[0].Value);
            if (kind is null)
            {
                result.AddError($"--kind: {result.Tokens[0].Value} is none of {string.Join(", ", SourceKinds.Names)}.");
            }

            return kind;
        },
    };

    private readonly Option<string?> _address = Text("--address", "URL", "Where it is; may hold {date} for kind http.");
    private readonly Option<string?> _query = Text("--query", "QUERY", "Search expression of arxiv-query, for example cat:cs.CL.");
    private readonly Option<string?> _set = Text("--set", "SET", "Subjects of arxiv-rss (cs.CL+cs.LG), or the OAI set.");
    private readonly Option<string?> _metadataPrefix = Text("--metadata-prefix", "NAME", "OAI metadata format: arXiv, arXivRaw or oai_dc.");
    private readonly Option<string?> _directory = Text("--directory", "DIR", "Folder of kind directory.");
    private readonly Option<string?> _format = Text("--format", "NAME", "Read its listings as this format instead of detecting it.");
    private readonly Option<string?> _schedule = Text("--schedule", "CRON", "When to fetch it: minute hour day-of-month month day-of-week.");
    private readonly Option<string?> _timeZone = Text("--time-zone", "ZONE", "Time zone of its schedule and days, for example Europe/Berlin; UTC when left out.");
    private readonly Option<int?> _overlapDays = Number("--overlap-days", "Days before the newest one that every run asks for again.");
    private readonly Option<int?> _attempts = Number("--attempts", "Attempts for one request.");
    private readonly Option<int?> _pageSize = Number("--page-size", "Papers in one page of arxiv-query.");
    private readonly Option<long?> _maxBytes = new("--max-bytes") { Description = "Largest answer taken, in bytes.", HelpName = "N" };
    private readonly Option<TimeSpan?> _attemptTimeout = Time("--attempt-timeout", "Longest time for one request, for example 00:02:00.");
    private readonly Option<TimeSpan?> _requestInterval = Time("--request-interval", "Least time between two requests to its host, for example 00:00:03.");
    private readonly Option<bool> _allowHttp = new("--allow-http") { Description = "Allow http:// addresses." };
    private readonly Option<bool> _allowPrivateHosts = new("--allow-private-hosts") { Description = "Allow hosts in private networks." };

    private readonly Option<DayOfWeek[]> _skipDays = new("--skip-day")
    {
        Description = "Day of the week on which it lists nothing; give it again for more.",
        HelpName = "DAY",
        CustomParser = result => [.. result.Tokens.Select(token => token.Value).Select(name =>
        {
            var day = SourceCalendar.ReadDayOfWeek(name);
            if (day is null)
            {
                result.AddError($"--skip-day: {name} is no day of the week; write it as Saturday.");
            }

            return day ?? default;
        })],
    };

    /// <summary>Id of the source.</summary>
    public Argument<string> Id { get; } = new("source") { Description = "Name of the source: lower-case letters, digits and -.", HelpName = "ID" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _kind, _address, _query, _set, _metadataPrefix, _directory, _format, _schedule, _timeZone, _skipDays, _overlapDays,
            _attempts, _attemptTimeout, _requestInterval, _pageSize, _maxBytes, _allowHttp, _allowPrivateHosts,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The source as described; not checked.</summary>
    public SourceDefinition Read(ParseResult result) => new()
    {
        Id = result.GetRequiredValue(Id),
        Kind = result.GetValue(_kind),
        Address = result.GetValue(_address),
        Query = result.GetValue(_query),
        Set = result.GetValue(_set),
        MetadataPrefix = result.GetValue(_metadataPrefix) ?? Defaults.MetadataPrefix,
        Directory = result.GetValue(_directory),
        Format = result.GetValue(_format),
        Schedule = result.GetValue(_schedule),
        TimeZone = result.GetValue(_timeZone) ?? Defaults.TimeZone,
        SkipDays = result.GetValue(_skipDays) ?? [],
        OverlapDays = result.GetValue(_overlapDays) ?? Defaults.OverlapDays,
        AttemptTimeout = result.GetValue(_attemptTimeout),
        Attempts = result.GetValue(_attempts) ?? Defaults.Attempts,
        RequestInterval = result.GetValue(_requestInterval),
        MaxBytes = result.GetValue(_maxBytes) ?? Defaults.MaxBytes,
        PageSize = result.GetValue(_pageSize) ?? Defaults.PageSize,
        AllowHttp = result.GetValue(_allowHttp),
        AllowPrivateHosts = result.GetValue(_allowPrivateHosts),
    };

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<int?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };

    private static Option<TimeSpan?> Time(string name, string description) => new(name) { Description = description, HelpName = "TIME" };
}
