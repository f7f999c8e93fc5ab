using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Fetching;

/// <summary>What a source's settings, and the defaults of its kind, come to. Pure.</summary>
internal static class SourceAccess
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    // Answers of OAI-PMH took 29 to 67 s.
    private static readonly TimeSpan HarvestTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Limits of a source's requests.</summary>
    public static Access Of(SourceDefinition source) => new()
    {
        AllowHttp = source.AllowHttp,
        AllowPrivateHosts = source.AllowPrivateHosts,
        AttemptTimeout = source.AttemptTimeout ?? (source.Kind == SourceKind.ArxivOai ? HarvestTimeout : Timeout),
        Interval = source.RequestInterval ?? (IsArxiv(source) ? HostGroup.ArxivInterval : Interval),
        MaxBytes = source.MaxBytes,
    };

    /// <summary>Whether a source is an interface that its host publishes for programs.</summary>
    public static bool IsInterface(SourceDefinition source) => source.Kind is not (SourceKind.Feed or SourceKind.Http);

    /// <summary>An address at a source's base, or at the public service's when it has none.</summary>
    public static Uri At(SourceDefinition source, string publicBase, string rest)
        => new((source.Address ?? publicBase).TrimEnd('/') + rest);

    private static bool IsArxiv(SourceDefinition source)
        => source.Kind is SourceKind.ArxivQuery or SourceKind.ArxivRss or SourceKind.ArxivOai;
}
