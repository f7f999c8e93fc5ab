using System.Text;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Tests.Parsing.Json;

public sealed class JsonOutlineTests
{
    [Theory]
    [InlineData("""{"a":{"b":[{"c":"x"}]}}""", "a.b[].c")]
    [InlineData("""[{"a":1},{"b":"x"}]""", "[].b")]
    [InlineData("""[[{"a":"\"]}"},{"b":"x"}]]""", "[][].b")]
    [InlineData("""[{"a":},,{"b":"x"}]""", "[].b")]
    [InlineData("""{"a":[{"b":"cut""", "a[].b")]
    public void Has_OfAPlace_KnowsItInWhateverOrderAndShape(string json, string place)
        => Assert.True(Of(json).Has(place, JsonKinds.Text));

    [Theory]
    [InlineData("""{"a":"b"}""", "b")]
    [InlineData("""{"a":{"b":1}}""", "b")]
    [InlineData("""{"a":null}""", "a")]
    [InlineData("""{"a":"{\"b\":1}"}""", "b")]
    [InlineData("", "a")]
    [InlineData("}]}", "a")]
    public void Has_OfAPlaceThatIsNotThere_IsFalse(string json, string place) => Assert.False(Of(json).Has(place));

    [Theory]
    [InlineData("""{"a":[]}""", true)]
    [InlineData("""{"a":[ ],"b":[1]}""", true)]
    [InlineData("""{"a":[null]}""", false)]
    [InlineData("""{"a":{}}""", false)]
    public void HasEmpty_OfAList_IsTrueWhenItHasNoElement(string json, bool isEmpty) => Assert.Equal(isEmpty, Of(json).HasEmpty("a"));

    [Theory]
    [InlineData("""{"a":"x\u00e9\n"}""", "xé\n")]
    [InlineData("""{"a":1,"b":{"a":"no"}}""", null)]
    [InlineData("""{"a":"first","a":"second"}""", "first")]
    public void Text_OfAPlace_IsItsFirstString(string json, string? text) => Assert.Equal(text, Of(json).Text("a"));

    [Theory]
    [InlineData("{}", true, false)]
    [InlineData("{} \n", true, false)]
    [InlineData("{}\n{}", true, true)]
    [InlineData("[{}", false, false)]
    [InlineData("[", false, false)]
    [InlineData("17", false, false)]
    public void End_OfTheFirstListOrObject_IsSeenWithWhatFollows(string json, bool isEnded, bool isFollowed)
        => Assert.Equal((isEnded, isFollowed), (Of(json).IsEnded, Of(json).IsFollowed));

    [Fact]
    public void Outline_OfDeepOrLongNames_IsTakenWithoutThem()
    {
        var json = Of(new string('[', 1000) + "{\"" + new string('n', 1000) + "\":{\"a\":1}}");

        Assert.True(json.IsList);
        Assert.False(json.Has("a"));
    }

    private static JsonOutline Of(string json) => JsonOutline.Of(new ListingHead("x", Encoding.UTF8.GetBytes(json), IsWhole: true));
}
