using Pipeline.Delivery.Events;

namespace Pipeline.Delivery.Tests.Events;

public sealed class PublicSourcesTests
{
    [Theory]
    [InlineData("hf-daily", "hf-daily")]
    [InlineData("inbox/papers.jsonl", "inbox")]
    [InlineData("inbox/deep/papers.jsonl", "inbox")]
    [InlineData("file:/home/someone/papers.jsonl", "file")]
    [InlineData("file:stdin", "file")]
    [InlineData("address:https://example.org/list?token=secret", "address")]
    [InlineData("/odd", "/odd")]
    [InlineData("", "")]
    public void Source_IsNamedWithoutPathAndAddress(string sourceId, string name) => Assert.Equal(name, PublicSources.NameOf(sourceId));
}
