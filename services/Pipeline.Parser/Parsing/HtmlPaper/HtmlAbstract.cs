using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Parsing.HtmlPaper;

/// <summary>The abstract in the body of a page: the first element whose class or id says so and that holds text.</summary>
internal sealed class HtmlAbstract
{
    private const string Blocks = " p div section br li h1 h2 h3 h4 h5 h6 ";

    private readonly StringBuilder _text = new();
    private string? _element;
    private int _depth;
    private bool _hasText;
    private bool _isDone;

    /// <summary>Its paragraphs, without the heading "Abstract"; null when the page has none, or something too long for one.</summary>
    public string? Text
    {
        get
        {
            var paragraphs = _text.ToString().Split('\0').Select(PaperText.CollapseWhiteSpace).Where(line => line.Length > 0)
                .SkipWhile(line => line.TrimEnd(':').Equals("abstract", StringComparison.OrdinalIgnoreCase)).ToList();
            return _isDone && paragraphs.Count > 0 ? string.Join("\n\n", paragraphs) : null;
        }
    }

    /// <summary>Takes the next tag or text of the page.</summary>
    public void Follow(HtmlToken token)
    {
        if (_isDone)
        {
            return;
        }

        if (_element is null)
        {
            _element = token.Type == HtmlTokenType.StartTag && token.Name is "div" or "section" or "p" or "blockquote" && IsAbstract(token) ? token.Name : null;
            _depth = 1;
            return;
        }

        if (token.Type == HtmlTokenType.Character)
        {
            _text.Append(token.Data);
            _hasText |= !string.IsNullOrWhiteSpace(token.Data);
        }
        else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
        {
            _text.Append(Blocks.Contains($" {token.Name} ", StringComparison.Ordinal) ? "\0" : "");
            _depth += token.Name != _element ? 0 : token.Type == HtmlTokenType.StartTag ? 1 : -1;
        }

        End();
    }

    private void End()
    {
        if (_depth == 0)
        {
            _isDone = _hasText;
            _text.Length = _hasText ? _text.Length : 0;
            _element = null;
        }
        else if (_text.Length > PaperText.MaxAbstractLength)
        {
            // Not closed: the page is malformed, and the text is more than the abstract.
            _text.Clear();
            _isDone = true;
        }
    }

    private static bool IsAbstract(HtmlToken token)
        => IsAbstract(token.Attribute("id")) || token.Attribute("class")?.Split(' ').Any(IsAbstract) == true;

    private static bool IsAbstract(string? name)
        => name is not null && (name.Equals("abstract", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-abstract", StringComparison.OrdinalIgnoreCase));
}
