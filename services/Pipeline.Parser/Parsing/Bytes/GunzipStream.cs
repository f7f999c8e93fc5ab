using System.IO.Compression;

namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>Expands gzip while it is read. Content that is damaged, or grows beyond all measure, ends the stream instead of throwing.</summary>
/// <remarks>Leaves the compressed stream open.</remarks>
/// <param name="compressed">The bytes, from their gzip header on.</param>
/// <param name="maxBytes">Most bytes it expands to.</param>
internal sealed class GunzipStream(Stream compressed, long maxBytes = GunzipStream.MaxBytes) : ReadOnceStream
{
    /// <summary>Most bytes a listing expands to: 4 GiB.</summary>
    public const long MaxBytes = 4L << 30;

    /// <summary>How many times its size a listing expands to at most. Listings reach 30; a bomb of one layer reaches 1000.</summary>
    public const int MaxRatio = 200;

    /// <summary>Bytes below which the ratio says nothing, because a short text may repeat itself: 16 MiB.</summary>
    public const long UnsuspiciousBytes = 16L << 20;

    private readonly GzipSource _source = new(compressed);
    private GZipStream? _expanding;
    private long _given;

    /// <summary>Why the stream ended before its content did, one sentence; null while all is well.</summary>
    public string? Fault { get; private set; }

    private GZipStream Expanding => _expanding ??= new GZipStream(_source, CompressionMode.Decompress, leaveOpen: true);

    public override int Read(Span<byte> buffer)
    {
        if (Fault is not null)
        {
            return 0;
        }

        try
        {
            return Count(Expanding.Read(buffer), buffer.Length);
        }
        catch (InvalidDataException)
        {
            return EndAsDamaged();
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Fault is not null)
        {
            return 0;
        }

        try
        {
            return Count(await Expanding.ReadAsync(buffer, cancellationToken), buffer.Length);
        }
        catch (InvalidDataException)
        {
            return EndAsDamaged();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _expanding?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read, int asked)
    {
        _given += read;
        if (read == 0 && asked > 0 && !_source.EndsAfter(_given))
        {
            return EndAsDamaged();
        }

        if (_given > maxBytes)
        {
            Fault = $"expands to more than {maxBytes} bytes, so the rest was not read: split it.";
        }
        else if (_given > UnsuspiciousBytes && _given > _source.Taken * MaxRatio)
        {
            Fault = $"expands to more than {MaxRatio} times its size, as a compression bomb does, so the rest was not read: unpack it first if it is sound.";
        }

        return Fault is null ? read : 0;
    }

    private int EndAsDamaged()
    {
        Fault = "the gzip data are cut off or damaged, so what follows was not read: fetch the file again.";
        return 0;
    }
}
