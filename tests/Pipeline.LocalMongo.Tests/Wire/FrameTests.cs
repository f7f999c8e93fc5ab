using System.Buffers.Binary;
using MongoDB.Bson;
using Pipeline.LocalMongo.Tests.Support;
using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo.Tests.Wire;

public sealed class FrameTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(100_000)]
    public async Task Frames_ArrivingInPieces_AreReadWhole(int bytesAtATime)
    {
        byte[][] frames = [Some.Message(Some.Ping), Some.Frame(2013, new byte[200_000]), Some.Query(new("isMaster", 1)), Some.Frame(2013, new byte[3_000_000]), Some.Message(Some.Ping)];
        using var reader = new FrameReader(new DribblingStream([.. frames.SelectMany(f => f)], bytesAtATime));

        foreach (var frame in frames)
        {
            Assert.True((await reader.ReadAsync(Token)).Span.SequenceEqual(frame));
        }

        Assert.True((await reader.ReadAsync(Token)).IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(30)]
    public async Task Stream_EndingInsideAFrame_IsRefused(int bytes)
    {
        using var reader = new FrameReader(new MemoryStream(Some.Message(Some.Ping), 0, bytes));

        await Assert.ThrowsAsync<WireException>(async () => await reader.ReadAsync(Token));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(15)]
    [InlineData(48_000_001)]
    [InlineData(int.MaxValue)]
    public async Task Frame_OfAnImpossibleLength_IsRefusedBeforeItIsRead(int length)
    {
        var frame = Some.Message(Some.Ping);
        BinaryPrimitives.WriteInt32LittleEndian(frame, length);
        using var reader = new FrameReader(new MemoryStream(frame));

        await Assert.ThrowsAsync<WireException>(async () => await reader.ReadAsync(Token));
    }

    [Theory]
    [InlineData(false, 2013, 21)]
    [InlineData(true, 1, 36)]
    public async Task Reply_ToEitherKindOfRequest_HasItsShapeAndNamesIt(bool query, int opCode, int prefix)
    {
        var request = WireMessage.Parse(query ? Some.Query(new("isMaster", 1)) : Some.Message(Some.Ping));
        var document = new BsonDocument("ok", 1.0).ToBson();
        using var stream = new MemoryStream();

        await FrameWriter.WriteAsync(stream, request, document, Token);

        var frame = stream.ToArray();
        Assert.Equal([frame.Length, 77, opCode], new[] { 0, 8, 12 }.Select(i => BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(i))));
        Assert.Equal(document, frame[prefix..]);
    }
}
