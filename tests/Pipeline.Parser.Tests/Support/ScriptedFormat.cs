using System.Runtime.CompilerServices;
using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Reads what a test says is in a content: so that equal bytes can give something else, as a later parser may.</summary>
internal sealed class ScriptedFormat : IListingFormat
{
    private readonly Dictionary<string, IReadOnlyList<ListingEntry>> _readings = new(StringComparer.Ordinal);

    public string Name { get; set; } = "scripted";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Says what is in a content from now on.</summary>
    public void Reads(string content, params IReadOnlyList<ListingEntry> entries) => _readings[content] = entries;

    public FormatMatch Detect(ListingHead head) => new(1, "all of them");

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        foreach (var entry in _readings[await reader.ReadToEndAsync(cancellationToken)])
        {
            yield return entry;
        }
    }
}
