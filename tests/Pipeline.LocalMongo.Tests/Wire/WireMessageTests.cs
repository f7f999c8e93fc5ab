using MongoDB.Bson;
using Pipeline.LocalMongo.Tests.Support;
using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo.Tests.Wire;

public sealed class WireMessageTests
{
    [Theory]
    [InlineData(0u, true)]
    [InlineData(1u, true)] // a checksum follows
    [InlineData(2u, false)] // more to come
    [InlineData(1u << 16, true)] // more may be sent in reply; one is enough
    public void Message_WithFlags_WantsAReplyUnlessMoreIsToCome(uint flags, bool wantsReply)
    {
        var message = WireMessage.Parse(Some.Message(Some.Ping, flags));

        Assert.Equal((77, OpCode.Message, wantsReply), (message.RequestId, message.OpCode, message.WantsReply));
        Assert.Equal(Some.Ping.ToBson(), message.Body.ToArray());
        Assert.True(message.Documents.IsEmpty);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    public void Message_WithADocumentSequence_HandsItOverWithoutItsName(uint flags)
    {
        BsonDocument first = new("_id", 1), second = new("_id", "two");

        var message = WireMessage.Parse(Some.Message(new("insert", "papers"), flags, "documents", first, second));

        Assert.Equal([.. first.ToBson(), .. second.ToBson()], message.Documents.ToArray());
        Assert.Equal(2, BsonView.CountDocuments(message.Documents.Span));
    }

    [Fact]
    public void Query_OfTheOldKind_IsReadAsACommand()
    {
        var message = WireMessage.Parse(Some.Query(new("isMaster", 1)));

        Assert.Equal((OpCode.Query, true), (message.OpCode, message.WantsReply));
        Assert.Equal(new BsonDocument("isMaster", 1).ToBson(), message.Body.ToArray());
    }

    [Fact]
    public void Message_CutAnywhere_IsRefused()
    {
        var whole = Some.Message(new("insert", "papers"), 0, "documents", new BsonDocument("_id", 1));
        var afterTheCommand = 16 + 5 + new BsonDocument("insert", "papers").ToBson().Length; // a whole message again

        foreach (var length in Enumerable.Range(16, whole.Length - 16).Where(length => length != afterTheCommand))
        {
            Assert.Throws<WireException>(() => WireMessage.Parse(whole.AsMemory(0, length)));
        }
    }

    [Fact]
    public void Query_CutAnywhere_IsRefused()
    {
        var whole = Some.Query(new("isMaster", 1));

        foreach (var length in Enumerable.Range(16, whole.Length - 16))
        {
            Assert.Throws<WireException>(() => WireMessage.Parse(whole.AsMemory(0, length)));
        }
    }

    [Theory]
    [InlineData(2012)] // compressed, which is never offered
    [InlineData(2002)]
    [InlineData(0)]
    public void Operation_NotSupported_IsRefused(int opCode)
        => Assert.Throws<WireException>(() => WireMessage.Parse(Some.Frame(opCode, new byte[64])));

    [Theory]
    [InlineData(2)]
    [InlineData(255)]
    public void Section_OfAnUnknownKind_IsRefused(byte kind)
    {
        var frame = Some.Message(Some.Ping);
        frame[20] = kind;

        Assert.Throws<WireException>(() => WireMessage.Parse(frame));
    }
}
