using Pipeline.Parser.Reparsing;

namespace Pipeline.Standalone.Reparsing;

/// <summary>Sums over the listings read again so far; the last line of <c>reparse --json</c>.</summary>
internal sealed class ReparseTotals
{
    /// <summary>Listings in all.</summary>
    public int Listings { get; private set; }

    /// <summary>Listings that give something else.</summary>
    public int Changed { get; private set; }

    /// <summary>Listings that give what is stored.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Listings that could not be read.</summary>
    public int Failed { get; private set; }

    /// <summary>Listings that wait for their first reading.</summary>
    public int Waiting { get; private set; }

    /// <summary>Papers now listed.</summary>
    public int NowListed { get; private set; }

    /// <summary>Papers no longer listed; they stay stored.</summary>
    public int NoLongerListed { get; private set; }

    /// <summary>Papers of which a field changed.</summary>
    public int PapersChanged { get; private set; }

    /// <summary>Entries rejected now, less those rejected before.</summary>
    public int Rejected { get; private set; }

    /// <summary>Papers by field that changed.</summary>
    public SortedDictionary<string, int> Fields { get; } = new(StringComparer.Ordinal);

    public void Add(ReparsedListing listing)
    {
        Listings++;
        Changed += listing.End == ReparseEnd.Changed ? 1 : 0;
        Unchanged += listing.End == ReparseEnd.Unchanged ? 1 : 0;
        Failed += listing.End == ReparseEnd.Failed ? 1 : 0;
        Waiting += listing.End == ReparseEnd.Waiting ? 1 : 0;
        NowListed += listing.Counts.NowListed;
        NoLongerListed += listing.Counts.NoLongerListed;
        PapersChanged += listing.Counts.Changed;
        Rejected += listing.Counts.Rejected;
        foreach (var (field, papers) in listing.Counts.Fields)
        {
            Fields[field] = Fields.GetValueOrDefault(field) + papers;
        }
    }
}
