namespace Pipeline.BuildingBlocks.Sources;

/// <summary>A source as configuration binds it; <see cref="SourceDefinition"/> says what each value means.</summary>
internal sealed class SourceSettings
{
    private static readonly SourceDefinition Defaults = new();

    public string? Kind { get; set; }

    public string? Address { get; set; }

    public string? Query { get; set; }

    public string? Set { get; set; }

    public string MetadataPrefix { get; set; } = Defaults.MetadataPrefix;

    public string? Directory { get; set; }

    public string? Format { get; set; }

    public string? Schedule { get; set; }

    public string TimeZone { get; set; } = Defaults.TimeZone;

    public int OverlapDays { get; set; } = Defaults.OverlapDays;

    // As text: the binder drops items of a list that it cannot read, without a word.
    public List<string> SkipDays { get; } = [];

    public TimeSpan? AttemptTimeout { get; set; }

    public int Attempts { get; set; } = Defaults.Attempts;

    public TimeSpan? RequestInterval { get; set; }

    public long MaxBytes { get; set; } = Defaults.MaxBytes;

    public int PageSize { get; set; } = Defaults.PageSize;

    public bool AllowHttp { get; set; }

    public bool AllowPrivateHosts { get; set; }

    /// <summary>Values that cannot be read, one line each, beginning with the key.</summary>
    public IEnumerable<string> Faults()
        => SkipDays.Any(day => SourceCalendar.ReadDayOfWeek(day) is null)
            ? ["SkipDays: its value cannot be read. Give days of the week such as Saturday."]
            : [];

    /// <summary>The source; its kind is null when the name of the kind is none.</summary>
    public SourceDefinition ToDefinition(string id) => new()
    {
        Id = id,
        Kind = SourceKinds.Read(Kind),
        Address = Address,
        Query = Query,
        Set = Set,
        MetadataPrefix = MetadataPrefix,
        Directory = Directory,
        Format = Format,
        Schedule = Schedule,
        TimeZone = TimeZone,
        OverlapDays = OverlapDays,
        SkipDays = [.. SkipDays.Select(SourceCalendar.ReadDayOfWeek).OfType<DayOfWeek>()],
        AttemptTimeout = AttemptTimeout,
        Attempts = Attempts,
        RequestInterval = RequestInterval,
        MaxBytes = MaxBytes,
        PageSize = PageSize,
        AllowHttp = AllowHttp,
        AllowPrivateHosts = AllowPrivateHosts,
    };
}
