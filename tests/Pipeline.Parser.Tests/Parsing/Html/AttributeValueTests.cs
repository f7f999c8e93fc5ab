using System.Text;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Tests.Parsing.Html;

public sealed class AttributeValueTests
{
    [Theory]
    [InlineData("plain\">rest", "plain")]
    [InlineData("\">rest", "")]
    [InlineData("{&quot;a&quot;: &#39;&lt;&amp;&gt;&#39;}\">", "{\"a\": '<&>'}")]
    [InlineData("&amp;quot; &eacute;&#233;&#xE9; &NotEqualTilde; &#x1D54F;\"", "&quot; ééé ≂̸ 𝕏")]
    [InlineData("a & b &nosuch; &; &#; AT&T\"", "a & b &nosuch; &; &#; AT&T")]
    [InlineData("é ' > <\"", "é ' > <")]
    public async Task Value_InPiecesOfAnySize_IsDecodedUpToItsQuotationMark(string page, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(page);
        foreach (var size in new[] { 1, 2, 3, 7, 1000 })
        {
            var attribute = new AttributeValue(new ByteWindow(), new DrippingStream(bytes, size), (byte)'"');

            Assert.Equal(value, await ReadAsync(attribute, size));
            Assert.True(attribute.IsClosed);
        }
    }

    [Theory]
    [InlineData("no end", "no end")]
    [InlineData("cut &quo", "cut &quo")]
    [InlineData("", "")]
    public async Task Value_ThatThePageEndsIn_IsGivenAndNotClosed(string page, string value)
    {
        var attribute = new AttributeValue(new ByteWindow(), new DrippingStream(Encoding.UTF8.GetBytes(page), 3), (byte)'"');

        Assert.Equal(value, await ReadAsync(attribute, 100));
        Assert.False(attribute.IsClosed);
    }

    private static async Task<string> ReadAsync(AttributeValue attribute, int atOnce)
    {
        var (value, buffer) = (new MemoryStream(), new byte[atOnce]);
        while (await attribute.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
        {
            value.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(value.ToArray());
    }
}
