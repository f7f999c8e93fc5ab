using System.Text.RegularExpressions;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Says what is wrong with a source, before anything is fetched.</summary>
public static partial class SourceRules
{
    /// <summary>Checks everything but schedule and format, which other rooms know.</summary>
    /// <returns>One line a fault, beginning with the key: <c>Query: required for arxiv-query.</c> Empty when all is well.</returns>
    public static IEnumerable<string> Check(SourceDefinition source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!IdForm.IsMatch(source.Id))
        {
            yield return "the id of a source has 1 to 64 lower-case letters, digits and -, and begins with a letter or digit.";
        }

        if (source.Kind is not { } kind)
        {
            yield return $"Kind: required, one of {string.Join(", ", SourceKinds.Names)}.";
            yield break;
        }

        foreach (var (key, value, needed) in Needed(source, kind))
        {
            if (needed && string.IsNullOrWhiteSpace(value))
            {
                yield return $"{key}: required for {kind.Name()}.";
            }
        }

        if (source.Address is { } address && AddressFault(address, source.AllowHttp) is { } fault)
        {
            yield return $"Address: {fault}";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(source.TimeZone, out _))
        {
            yield return "TimeZone: no such time zone; give an IANA name such as Europe/Berlin.";
        }

        foreach (var (key, fits, range) in Ranges(source))
        {
            if (!fits)
            {
                yield return $"{key}: must be {range}.";
            }
        }
    }

    private static IEnumerable<(string Key, string? Value, bool Needed)> Needed(SourceDefinition source, SourceKind kind) =>
    [
        (nameof(source.Address), source.Address, kind is SourceKind.Feed or SourceKind.Http),
        (nameof(source.Query), source.Query, kind is SourceKind.ArxivQuery),
        (nameof(source.Set), source.Set, kind is SourceKind.ArxivRss),
        (nameof(source.Directory), source.Directory, kind is SourceKind.Directory),
    ];

    private static IEnumerable<(string Key, bool Fits, string Range)> Ranges(SourceDefinition source) =>
    [
        (nameof(source.OverlapDays), source.OverlapDays is >= 0 and <= 366, "0 to 366"),
        (nameof(source.SkipDays), source.SkipDays.Distinct().Count() < 7, "fewer than all days of the week"),
        (nameof(source.AttemptTimeout), source.AttemptTimeout is null || Within(source.AttemptTimeout.Value, TimeSpan.FromSeconds(1)), "1 s to 1 h"),
        (nameof(source.Attempts), source.Attempts is >= 1 and <= 10, "1 to 10"),
        (nameof(source.RequestInterval), source.RequestInterval is null || Within(source.RequestInterval.Value, TimeSpan.Zero), "0 to 1 h"),
        (nameof(source.MaxBytes), source.MaxBytes is >= 1 and <= 17_179_869_184, "1 to 17179869184 bytes"),
        (nameof(source.PageSize), source.PageSize is >= 1 and <= 2000, "1 to 2000"),
    ];

    private static bool Within(TimeSpan value, TimeSpan least) => value >= least && value <= TimeSpan.FromHours(1);

    private static string? AddressFault(string address, bool allowHttp)
    {
        // Only the parser of addresses knows whether the placeholder stands where a day may.
        var example = address.Replace(SourceDefinition.DatePlaceholder, "2026-01-31", StringComparison.Ordinal);
        if (!Uri.TryCreate(example, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return "not a web address; give https://...";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "must hold no user name or password: it is shown to people.";
        }

        return uri.Scheme == "http" && !allowHttp ? "begins with http://; use https://, or set AllowHttp." : null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm { get; }
}
