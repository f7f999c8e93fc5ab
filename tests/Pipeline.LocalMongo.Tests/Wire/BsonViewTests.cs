using System.Text;
using MongoDB.Bson;
using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo.Tests.Wire;

public sealed class BsonViewTests
{
    private static readonly BsonDocument EveryType = new()
    {
        { "double", 1.5 }, { "string", "text" }, { "document", new BsonDocument("a", 1) }, { "array", new BsonArray { 1, "b" } },
        { "binary", new byte[] { 1, 2, 3 } }, { "undefined", BsonUndefined.Value }, { "id", ObjectId.Empty }, { "boolean", true },
        { "date", new BsonDateTime(0) }, { "null", BsonNull.Value }, { "regex", new BsonRegularExpression("a+", "i") },
        { "code", new BsonJavaScript("f()") }, { "symbol", BsonSymbol.Create("s") }, { "int", 7 },
        { "scoped", new BsonJavaScriptWithScope("f()", []) }, { "timestamp", new BsonTimestamp(1) }, { "long", 8L },
        { "decimal", Decimal128.One }, { "min", BsonMinKey.Value }, { "max", BsonMaxKey.Value },
    };

    [Fact]
    public void Elements_OfEveryType_AreWalkedOverInOrder()
    {
        var names = new List<string>();
        foreach (var item in new BsonView(EveryType.ToBson()))
        {
            names.Add(Encoding.UTF8.GetString(item.Name.Span));
        }

        Assert.Equal(EveryType.Names, names);
    }

    [Fact]
    public void Find_ByName_ReadsTheValue()
    {
        var view = new BsonView(EveryType.ToBson());

        Assert.Equal("text", view.Find("string"u8)?.AsString());
        Assert.Equal((7, 8, 1), (view.Find("int"u8)?.AsInt64(), view.Find("long"u8)?.AsInt64(), view.Find("double"u8)?.AsInt64()));
        Assert.True(view.Find("boolean"u8)?.AsBoolean());
        Assert.Equal(1, view.Find("document"u8)?.AsDocument().Find("a"u8)?.AsInt64());
        Assert.Null(view.Find("none"u8));
    }

    [Fact]
    public void Document_CutAnywhere_IsRefused()
    {
        var whole = EveryType.ToBson();

        foreach (var length in Enumerable.Range(0, whole.Length))
        {
            Assert.Throws<WireException>(() => new BsonView(whole.AsMemory(0, length)).Find("none"u8));
        }
    }

    [Fact]
    public void Bytes_ChangedAtRandom_AreReadOrRefusedButNothingElse()
    {
        var random = new Random(3);
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = EveryType.ToBson();
            bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);

            var error = Record.Exception(() => new BsonView(bytes).Find("none"u8));

            Assert.True(error is null or WireException, error?.ToString());
        }
    }
}
