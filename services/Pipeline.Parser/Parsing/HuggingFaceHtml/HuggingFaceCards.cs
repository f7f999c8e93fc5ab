using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Html;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.HuggingFaceHtml;

/// <summary>The cards of a page without its data: headings that link to a paper. They carry no abstract.</summary>
internal sealed class HuggingFaceCards
{
    private const int MaxCards = 10_000;
    private const string Path = "/papers/";

    private readonly List<(string Id, string Title)> _cards = [];
    private readonly StringBuilder _title = new();
    private bool _isHeading;
    private string? _id;

    /// <summary>The cards met so far.</summary>
    public IEnumerable<ListingEntry> Entries => _cards.Select((card, index) => new PaperDraft
    {
        Names = [card.Id],
        Title = card.Title,
        Urls = [new("abs", $"https://arxiv.org/abs/{card.Id}"), new("page", $"https://huggingface.co/papers/{card.Id}")],
    }.ToEntry($"card {index + 1}"));

    /// <summary>Takes the next tag or text of the page.</summary>
    public void Follow(HtmlToken token)
    {
        switch (token.Type, token.Name)
        {
            case (HtmlTokenType.StartTag or HtmlTokenType.EndTag, "h3"):
                _isHeading = token.Type == HtmlTokenType.StartTag;
                break;
            case (HtmlTokenType.StartTag, "a") when _isHeading:
                _id = IdIn(token.Attribute("href"));
                _title.Clear();
                break;
            case (HtmlTokenType.EndTag, "a") when _id is not null && _cards.Count < MaxCards:
                _cards.Add((_id, PaperText.CollapseWhiteSpace(_title.ToString())));
                _id = null;
                break;
            case (HtmlTokenType.Character, _) when _id is not null && _title.Length <= PaperText.MaxTitleLength:
                _title.Append(token.Data);
                break;
        }
    }

    private static string? IdIn(string? address)
        => address?.StartsWith(Path, StringComparison.Ordinal) == true
            && PaperIdentity.FromArxiv(address[Path.Length..].Split('#', '?')[0]) is { } key
                ? key["arxiv:".Length..]
                : null;
}
