using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Pipeline.Parser.Parsing.Html;

/// <summary>The tags and texts of a page in their order, by the tokenizer of the HTML standard.</summary>
/// <remarks>
/// No tree is built: the trees of hostile pages are deep, and large beyond the page. Scripts and styles come as no text.
/// </remarks>
internal static class HtmlTags
{
    private static readonly string[] Wanted = ["name", "property", "content", "class", "id", "href", "data-target", "data-props"];

    /// <summary>Goes through a page once.</summary>
    public static IEnumerable<HtmlToken> Of(string page)
    {
        using var source = new TextSource(page);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { ShouldEmitAttribute = IsWanted };
        var isText = true;
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (token.Type == HtmlTokenType.StartTag)
            {
                tokenizer.State = StateBehind(token.Name);
                isText = token.Name is not ("script" or "style" or "noscript" or "template");
            }

            if (token.Type != HtmlTokenType.Character || isText)
            {
                yield return token;
            }

            isText |= token.Type == HtmlTokenType.EndTag;
        }
    }

    /// <summary>An attribute; null when the tag has none of this name.</summary>
    public static string? Attribute(this HtmlToken token, string name)
        => token is HtmlTagToken tag && tag.Attributes.Find(attribute => attribute.Name == name) is { Name: not null } found ? found.Value : null;

    // A tag can have millions of attributes: those nobody asks for, and repeats, are not kept.
    private static bool IsWanted(ref StructHtmlToken token, ReadOnlyMemory<char> name)
    {
        foreach (var wanted in Wanted)
        {
            if (name.Span.SequenceEqual(wanted))
            {
                return !Has(token.Attributes, wanted);
            }
        }

        return false;
    }

    private static bool Has(StructAttributes attributes, string name)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].Name.Memory.Span.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static HtmlParseMode StateBehind(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
