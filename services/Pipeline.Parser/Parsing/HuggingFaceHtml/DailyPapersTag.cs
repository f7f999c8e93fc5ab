using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Parsing.HuggingFaceHtml;

/// <summary>The tag of a page whose attribute holds the papers, found while the page streams.</summary>
/// <param name="page">The page from its start.</param>
internal sealed class DailyPapersTag(Stream page)
{
    // As the server writes it; a page that has it otherwise is read as a whole.
    private static readonly byte[] Mark = "data-target=\"DailyPapers\" data-props=\""u8.ToArray();

    private readonly ByteWindow _window = new();
    private byte[] _before = [];

    /// <summary>Goes to the papers.</summary>
    /// <returns>The value of the attribute; null when there is no such tag within the longest page that is read as a whole.</returns>
    public async ValueTask<AttributeValue?> FindAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var pending = _window.Pending;
            if (pending.Span[searched..].IndexOf(Mark) is >= 0 and var found)
            {
                _before = pending[..(searched + found)].ToArray();
                _window.Consume(_before.Length + Mark.Length);
                return new AttributeValue(_window, page, (byte)'"');
            }

            searched = Math.Max(0, pending.Length - Mark.Length + 1);
            if (_window.Ended || pending.Length > HtmlPage.MaxBytes)
            {
                return null;
            }

            await _window.FillAsync(page, cancellationToken);
        }
    }

    /// <summary>The page without the attribute, as far as that has been read.</summary>
    public Stream Rest()
        => new HeadStream(new ListingHead("", (byte[])[.. _before, .. _window.Pending.Span], _window.Ended), page);
}
