using System.Buffers;
using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Fuzz;

/// <summary>What holds for the entries of every listing, whatever it holds. Sees them one after another.</summary>
public sealed class ListingInvariants
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _ended;

    /// <summary>Papers seen.</summary>
    public int Papers { get; private set; }

    /// <summary>Entries seen.</summary>
    public int Entries { get; private set; }

    /// <summary>Checks how a listing was opened.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Fault(ListingReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return (reading.Format is null) == (reading.Refusal is null) ? "neither opened nor refused"
            : reading.Refusal is { } refusal && !IsMessage(refusal) ? $"the refusal is no line of text: {refusal}"
            : null;
    }

    /// <summary>Checks the next entry.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? Next(ListingEntry entry)
    {
        Entries++;
        if (_ended)
        {
            return "an entry follows the one that breaks off";
        }

        _ended = entry is ListingEntry.Broken;
        return entry switch
        {
            ListingEntry.Listed(var paper) => OfPaper(paper),
            ListingEntry.Withdrawn(var key) => IsKey(key) ? null : $"withdrawn under the key {key}",
            ListingEntry.Rejected(var rejection) => IsMessage(rejection.Where) && IsMessage(rejection.Reason) ? null : $"rejected as {rejection}",
            ListingEntry.Broken(var reason, var where) => IsMessage(reason) && IsMessage(where) ? null : $"broken as {where}: {reason}",
            _ => "an entry of no kind",
        };
    }

    private string? OfPaper(ParsedPaper paper)
    {
        Papers++;
        return paper.Rank != Papers ? $"rank {paper.Rank} at place {Papers}"
            : !_ids.Add(paper.Id) ? $"{paper.Id} comes twice"
            : !paper.Aliases.Contains(paper.Id) || !paper.Aliases.All(IsKey) ? $"keys {string.Join(' ', paper.Aliases)} with {paper.Id}"
            : paper.Title.Length is 0 or > PaperText.MaxTitleLength || !IsText(paper.Title) || paper.Title.AsSpan().ContainsAny('\n', '\r') ? $"the title {paper.Title}"
            : paper.Abstract.Length > PaperText.MaxAbstractLength || !IsText(paper.Abstract) ? $"the abstract of {paper.Id}"
            : !paper.Authors.Concat(paper.Categories).All(label => label.Length > 0 && IsText(label)) ? $"the names of {paper.Id}"
            : paper.Version is < 1 ? $"version {paper.Version} of {paper.Id}"
            : !paper.Urls.Values.All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") ? $"the addresses of {paper.Id}"
            : null;
    }

    private static bool IsKey(string key)
        => key.StartsWith("title:", StringComparison.Ordinal)
            ? key.Length == 30 && key.AsSpan(6).IndexOfAnyExcept(HexDigits) < 0
            : PaperIdentity.FromArxiv(key) == key || PaperIdentity.FromDoi(key) == key || PaperIdentity.FromPubMed(key) == key;

    private static bool IsMessage(string text) => !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && IsText(text);

    private static bool IsText(string text) => !text.Contains('\0', StringComparison.Ordinal) && text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
