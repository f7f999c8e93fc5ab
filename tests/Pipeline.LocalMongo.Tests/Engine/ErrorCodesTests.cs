using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using Pipeline.LocalMongo.Engine;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class ErrorCodesTests
{
    [Theory]
    [InlineData("M001C", 11000)]
    [InlineData("23505", 11000)]
    [InlineData("M00CO", 121)]
    [InlineData("40001", 112)]
    [InlineData("40P01", 112)]
    [InlineData("M0008", 26)]
    [InlineData("57014", 50)]
    [InlineData("XX000", 1)]
    public void SqlState_OfTheEngine_BecomesMongosCode(string sqlState, int code)
    {
        Assert.Equal(code, ErrorCodes.FromSqlState(sqlState));
        Assert.Equal(code, ErrorCodes.FromPacked(Pack(sqlState)));
    }

    [Theory]
    [InlineData("57P01", true)]
    [InlineData("57P03", true)]
    [InlineData("08006", true)]
    [InlineData("53300", true)]
    [InlineData("57014", false)]
    [InlineData("M001C", false)]
    public void SqlState_OfAnEngineGoingDown_ClosesTheConnection(string sqlState, bool gone)
        => Assert.Equal(gone, ErrorCodes.MeansEngineIsGone(sqlState));

    [Fact]
    public void WriteErrors_InAReply_GetMongosCodesAndKeepTheRest()
    {
        var reply = new BsonDocument
        {
            { "n", 1 },
            { "writeErrors", new BsonArray
                {
                    new BsonDocument { { "index", 0 }, { "code", Pack("M001C") }, { "errmsg", "again" } },
                    new BsonDocument { { "index", 2 }, { "code", Pack("M00CO") }, { "errmsg", "invalid" } },
                }
            },
            { "ok", 1.0 },
        }.ToBson();

        var codes = WriteErrors.Translate(reply);

        var errors = BsonSerializer.Deserialize<BsonDocument>(reply)["writeErrors"].AsBsonArray;
        Assert.Equal([11000, 121], codes);
        Assert.Equal([(0, 11000, "again"), (2, 121, "invalid")], errors.Select(e => (e["index"].AsInt32, e["code"].AsInt32, e["errmsg"].AsString)));
    }

    [Fact]
    public void WriteErrors_WhenThereAreNone_LeaveTheReplyAlone()
    {
        var reply = new BsonDocument { { "n", 1 }, { "ok", 1.0 } }.ToBson();

        Assert.Empty(WriteErrors.Translate(reply));
        Assert.Equal(new BsonDocument { { "n", 1 }, { "ok", 1.0 } }.ToBson(), reply);
    }

    private static int Pack(string sqlState) => sqlState.Select((c, i) => (c - '0') << (6 * i)).Sum();
}
