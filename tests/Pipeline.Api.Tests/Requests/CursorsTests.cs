using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Requests;

public sealed class CursorsTests
{
    private static readonly ClaimPlace Place = new(new(Some.Time(3), "doi:10.1/ü"), 7);

    [Fact]
    public void Cursor_ReadForItsQuestion_IsThePlace()
    {
        var cursor = Cursors.Write(Request("?topic=a&limit=3"), Place);

        Assert.Equal(Place, Cursors.Read(Request("?limit=9&topic=a&cursor=x"), cursor));
        Assert.All(cursor, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-91.5)]
    [InlineData(double.MaxValue)]
    public void Cursor_OfAValue_KeepsIt(double value)
    {
        var place = Place with { Value = value };

        Assert.Equal(place, Cursors.Read(Request(""), Cursors.Write(Request(""), place)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Cursor_OfWhatIsNoValue_IsNone(double value)
        => Assert.Null(Cursors.Read(Request(""), Cursors.Write(Request(""), Place with { Value = value })));

    [Fact]
    public void Cursor_OfARun_IsItsPlace_AndThatOfAPaperIsNone()
    {
        var place = new RunPlace(Some.Time(3), SomeSource.Id(1));

        Assert.Equal(place, Cursors.ReadRun(Request(""), Cursors.WriteRun(Request(""), place)));
        Assert.Null(Cursors.ReadRun(Request(""), Cursors.Write(Request(""), Place)));
    }

    [Theory]
    [InlineData("/papers", "?topic=b")]
    [InlineData("/papers", "")]
    [InlineData("/papers", "?topic=a&topic=a")]
    [InlineData("/papers", "?topic=a&words=b")]
    [InlineData("/papers", "?topi=c=a")]
    [InlineData("/claims", "?topic=a")]
    public void Cursor_ReadForAnotherQuestion_IsNone(string path, string query)
        => Assert.Null(Cursors.Read(Request(query, path), Cursors.Write(Request("?topic=a"), Place)));

    [Theory]
    [InlineData(null)]
    [InlineData(91.5)]
    public void Cursor_ChangedInAnyBit_IsNone(double? value)
    {
        var request = Request("");
        var bytes = Base64Url.DecodeFromChars(Cursors.Write(request, Place with { Value = value }));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Null(Cursors.Read(request, Base64Url.EncodeToString(changed)));
        }
    }

    [Fact]
    public void Cursor_CutAnywhereOrGrown_IsNone()
    {
        var request = Request("");
        var cursor = Cursors.Write(request, Place);

        Assert.All(Enumerable.Range(0, cursor.Length), length => Assert.Null(Cursors.Read(request, cursor[..length])));
        Assert.Null(Cursors.Read(request, cursor + "AAAA"));
        Assert.Null(Cursors.Read(request, new string('A', Cursors.MaxLength + 1)));
        Assert.Null(Cursors.Read(request, "ü€"));
    }

    private static HttpRequest Request(string query, string path = "/papers")
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.QueryString = new(query);
        return context.Request;
    }
}
