using System.IO.Compression;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>The body of an answer: decompressed, read once, and cut off when it grows beyond what was allowed.</summary>
/// <remarks>Whatever goes wrong while reading is a <see cref="FetchException"/>, so that it cannot be taken for trouble of the archive.</remarks>
internal sealed class BodyStream : Stream
{
    // Text shrinks to a tenth; what grows far beyond that, and is not small, was made to.
    private const int MaxRatio = 200;
    private const long RatioFree = 10 * 1024 * 1024;

    private readonly CountingStream _raw;
    private readonly Stream _decoded;
    private readonly string _host;
    private readonly long _maxBytes;
    private readonly AttemptClock _clock;
    private ReadOnlyMemory<byte> _head;
    private long _length;

    private BodyStream(CountingStream raw, Stream decoded, string host, long maxBytes, AttemptClock clock)
        => (_raw, _decoded, _host, _maxBytes, _clock) = (raw, decoded, host, maxBytes, clock);

    /// <summary>What is disposed with the body; null when its receiver sees to that.</summary>
    public IAsyncDisposable? Owner { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a body.</summary>
    /// <exception cref="FetchException">It is compressed in a way that was not asked for.</exception>
    public static BodyStream Open(Stream raw, string? encoding, string host, long maxBytes, AttemptClock clock)
    {
        var counted = new CountingStream(raw);
        return new(counted, Decode(counted, encoding, host), host, maxBytes, clock);
    }

    /// <summary>Looks at the first bytes; they are read again afterwards. To be called first, and once.</summary>
    /// <returns>Fewer than asked for when the body is shorter.</returns>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken cancellationToken)
    {
        var buffer = new byte[count];
        var read = 0;
        for (int more; read < count && (more = await ReadAsync(buffer.AsMemory(read), cancellationToken)) > 0;)
        {
            read += more;
        }

        return _head = buffer.AsMemory(0, read);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_head.Length > 0)
        {
            var count = Math.Min(buffer.Length, _head.Length);
            _head[..count].CopyTo(buffer);
            _head = _head[count..];
            return count;
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _clock.Token);
            var read = await _decoded.ReadAsync(buffer, either.Token);
            Watch(read);
            return read;
        }
        catch (Exception e) when (_clock.Explain(e, _host) is { } explained)
        {
            throw explained;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body of an answer is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Owner is not null)
        {
            await Owner.DisposeAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoded.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Stream Decode(CountingStream raw, string? encoding, string host) => encoding?.Trim().ToLowerInvariant() switch
    {
        null or "" or "identity" => raw,
        "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
        "br" => new BrotliStream(raw, CompressionMode.Decompress),
        "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
        var other => throw FetchException.Permanent(
            $"the answer of {host} is compressed as {FirstWords.Of(System.Text.Encoding.UTF8.GetBytes(other))}, which was not asked for"),
    };

    private void Watch(int read)
    {
        _length += read;
        if (_length > _maxBytes)
        {
            throw FetchException.Permanent($"the answer of {_host} is larger than the {_maxBytes} bytes that MaxBytes allows");
        }

        if (_length > RatioFree && _length / MaxRatio > _raw.Count)
        {
            throw FetchException.Permanent($"the answer of {_host} grows more than {MaxRatio} times when it is decompressed, as only a hostile one does");
        }
    }
}
