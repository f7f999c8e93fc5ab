using System.Text;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class AnswerFormTests
{
    [Theory]
    [InlineData(nameof(AnswerForm.Listing), "", true)]
    [InlineData(nameof(AnswerForm.Listing), Some.LoginPage, true)]
    [InlineData(nameof(AnswerForm.JsonArray), "\uFEFF \n[", true)]
    [InlineData(nameof(AnswerForm.JsonArray), "{}", false)]
    [InlineData(nameof(AnswerForm.JsonArray), "", false)]
    [InlineData(nameof(AnswerForm.Xml), "\uFEFF\n<?xml version='1.0'?><!-- a --><feed>", true)]
    [InlineData(nameof(AnswerForm.Xml), "<feed><content><![CDATA[<html><head>]]>", true)]
    [InlineData(nameof(AnswerForm.Xml), "<?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\">", false)]
    [InlineData(nameof(AnswerForm.Xml), "<HTML lang='en'>", false)]
    [InlineData(nameof(AnswerForm.Xml), "<script>location='/captcha'</script>", false)]
    [InlineData(nameof(AnswerForm.Xml), "<header>", true)]
    [InlineData(nameof(AnswerForm.Xml), "[]", false)]
    [InlineData(nameof(AnswerForm.Feed), "<rss>", true)]
    [InlineData(nameof(AnswerForm.Feed), " {\"version\":", true)]
    [InlineData(nameof(AnswerForm.Feed), "[]", false)]
    [InlineData(nameof(AnswerForm.Feed), Some.LoginPage, false)]
    public void Refusal_GoesByWhatTheAnswerBeginsWith(string form, string head, bool taken)
        => Assert.Equal(taken, AnswerForms.Refusal(Enum.Parse<AnswerForm>(form), "text/plain", Encoding.UTF8.GetBytes(head)) is null);

    [Theory]
    [InlineData(null, true)]
    [InlineData("text/html", true)]
    [InlineData("TEXT/XML", true)]
    [InlineData("application/json", true)]
    [InlineData("application/atom+xml", true)]
    [InlineData("application/feed+json", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData("application/x-bibtex", true)]
    [InlineData("application/pdf", false)]
    [InlineData("application/zip", false)]
    [InlineData("application/gzip", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("video/mp4", false)]
    [InlineData("audio/mpeg", false)]
    [InlineData("font/woff2", false)]
    public void Refusal_GoesByTheMediaType(string? mediaType, bool taken)
        => Assert.Equal(taken, AnswerForms.Refusal(AnswerForm.Listing, mediaType, "x"u8) is null);
}
