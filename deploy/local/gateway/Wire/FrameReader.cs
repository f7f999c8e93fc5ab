using System.Buffers;
using System.Buffers.Binary;

namespace Pipeline.LocalMongo.Wire;

/// <summary>Cuts a stream into frames, reading as much at once as there is.</summary>
internal sealed class FrameReader(Stream stream) : IDisposable
{
    private const int UsualBytes = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private int _start;
    private int _end;

    /// <summary>The next frame, valid until the next call; empty when the client hung up between two frames.</summary>
    /// <exception cref="WireException">The length is out of range, or the stream ended inside a frame.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(WireMessage.HeaderBytes, cancellationToken))
        {
            return default;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_start));
        if (length is < WireMessage.HeaderBytes or > WireMessage.MaxBytes)
        {
            throw new WireException($"a message of {length} bytes");
        }

        await FillAsync(length, cancellationToken);
        var frame = _buffer.AsMemory(_start, length);
        _start += length;
        return frame;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    // False when the stream ended before the first byte.
    private async ValueTask<bool> FillAsync(int bytes, CancellationToken cancellationToken)
    {
        MakeRoom(bytes);
        while (_end - _start < bytes)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read;
            if (read == 0)
            {
                return _end == _start ? false : throw new WireException("the stream ended inside a message");
            }
        }

        return true;
    }

    private void MakeRoom(int bytes)
    {
        var pending = _end - _start;
        var target = Math.Max(bytes, pending);
        var tooSmall = _buffer.Length < target;
        // A single large message must not keep its buffer for the life of the connection.
        var tooLarge = _buffer.Length > 16 * UsualBytes && target <= UsualBytes;
        if (!tooSmall && !tooLarge && _start + bytes <= _buffer.Length)
        {
            return;
        }

        var roomy = tooSmall || tooLarge ? ArrayPool<byte>.Shared.Rent(Math.Max(target, UsualBytes)) : _buffer;
        _buffer.AsSpan(_start, pending).CopyTo(roomy);
        if (roomy != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = roomy;
        }

        (_start, _end) = (0, pending);
    }
}
