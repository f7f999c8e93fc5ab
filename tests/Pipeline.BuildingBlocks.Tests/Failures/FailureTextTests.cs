using System.Text;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.BuildingBlocks.Tests.Failures;

public sealed class FailureTextTests
{
    [Theory]
    [InlineData("The store did not answer.", "X: The store did not answer.")]
    [InlineData("Paper arxiv:2409.12345 has  7 claims\r\nat offset 0x7f", "X: Paper # has # claims at offset #")]
    [InlineData("", "X:")]
    [InlineData("Prüfsumme falsch", "X: Prüfsumme falsch")]
    public void Group_LeavesOutWhatDiffersBetweenFailuresOfOneCause(string reason, string expected)
        => Assert.Equal(expected, FailureWords.Group("X", reason));

    [Fact]
    public void Group_OfALongMessage_IsCut()
        => Assert.Equal(160, FailureWords.Group("X", string.Concat(Enumerable.Repeat("word ", 1_000_000))).Length);

    [Theory]
    [InlineData(1_999, 2_001)]
    [InlineData(1_998, 2_000)]
    public void Reason_IsNotCutThroughAPair(int before, int length)
    {
        var text = new string('a', before) + "\U0001F600";

        Assert.Equal(length, text.Length);
        Assert.Equal(length > 2_000 ? 1_999 : 2_000, FailureWords.Reason(text).Length);
    }

    [Fact]
    public void EnvelopeFacts_OfAnEnvelope_AreReadFromItAndItsMessage()
    {
        var facts = Read("""
            {"messageId":"01020304-0000-0000-0000-000000000001","messageType":["urn:message:Pipeline.Contracts:PaperParsed","urn:message:Other"],
             "message":{"paperId":"arxiv:2409.12345","sourceId":"daily","title":"t"}}
            """);

        Assert.Equal(new(new Guid("01020304-0000-0000-0000-000000000001"), "PaperParsed", "arxiv:2409.12345", "daily"), facts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"messageId":7,"messageType":"urn:a:b","message":[{"paperId":"x"}]}""")]
    [InlineData("""{"messageId":"no","messageType":[],"message":{"paperId":null,"sourceId":{}}}""")]
    [InlineData("""{"messageType":[7]}""")]
    public void EnvelopeFacts_OfAnythingElse_AreUnknown(string body) => Assert.Equal(new(null, null, null, null), Read(body));

    [Fact]
    public void EnvelopeFacts_OfBytesThatAreNoText_AreUnknown()
        => Assert.Equal(new(null, null, null, null), EnvelopeFacts.Read(new byte[] { 0xff, 0xfe, 0x00, 0xd8 }));

    private static EnvelopeFacts Read(string body) => EnvelopeFacts.Read(Encoding.UTF8.GetBytes(body));
}
