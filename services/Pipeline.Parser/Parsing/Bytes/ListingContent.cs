using System.Text;

namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>What a listing holds, unpacked and in UTF-8, with its beginning at hand. Everything behind the beginning streams.</summary>
/// <remarks>Disposing it leaves the stream it was opened on open.</remarks>
internal sealed class ListingContent : IAsyncDisposable
{
    /// <summary>How often a listing may be packed: a gzip file in a gzip file is a mistake people make, a third one is none.</summary>
    public const int MaxLayers = 2;

    private readonly List<GunzipStream> _layers = [];
    private Stream _rest;

    private ListingContent(ListingHead head, Stream rest) => (Head, _rest) = (head, rest);

    /// <summary>The beginning, unpacked; empty when not even that could be unpacked.</summary>
    public ListingHead Head { get; private set; }

    /// <summary>Why the content ended before its time; null when it did not, or not yet.</summary>
    public string? Fault => _layers.Select(layer => layer.Fault).FirstOrDefault(fault => fault is not null);

    /// <summary>Reads the beginning of a listing, and unwraps what it is packed in.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static async Task<ListingContent> OpenAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var content = new ListingContent(await HeadStream.PeekAsync(stream, name, cancellationToken), stream);
        while (content._layers.Count < MaxLayers && content.Head.Bytes.Span.StartsWith<byte>([0x1F, 0x8B]))
        {
            await content.UnpackAsync(cancellationToken);
        }

        await content.TranscodeAsync(cancellationToken);
        return content;
    }

    /// <summary>The content from its start; can be asked for once.</summary>
    public Stream Open() => new HeadStream(Head, _rest);

    public async ValueTask DisposeAsync()
    {
        foreach (var layer in _layers)
        {
            await layer.DisposeAsync();
        }
    }

    private async Task UnpackAsync(CancellationToken cancellationToken)
    {
        var layer = new GunzipStream(Open());
        _layers.Add(layer);
        var name = Head.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Head.Name[..^3] : Head.Name;
        Head = await HeadStream.PeekAsync(layer, name, cancellationToken);
        _rest = layer;
    }

    private async Task TranscodeAsync(CancellationToken cancellationToken)
    {
        if (WideEncoding.Of(Head.Bytes.Span) is { } encoding)
        {
            _rest = Encoding.CreateTranscodingStream(Open(), encoding, Encoding.UTF8, leaveOpen: true);
            Head = XmlLabel.AsUtf8(await HeadStream.PeekAsync(_rest, Head.Name, cancellationToken));
        }
    }
}
