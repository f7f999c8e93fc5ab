namespace Pipeline.LocalMongo.Tests.Support;

/// <summary>Hands out its bytes a few at a time, as a slow network does.</summary>
internal sealed class DribblingStream(byte[] bytes, int bytesAtATime) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(bytesAtATime, buffer.Length)], cancellationToken);
}
