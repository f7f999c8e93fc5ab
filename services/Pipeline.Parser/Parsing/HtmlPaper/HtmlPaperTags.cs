using AngleSharp.Html.Parser;
using Pipeline.Parser.Parsing.Html;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.HtmlPaper;

/// <summary>What the meta tags of one page say.</summary>
internal sealed class HtmlPaperTags
{
    private const int MaxTags = 10_000;

    // "description" is left out: it is as often the publisher's own advertisement.
    private static readonly string[] Abstracts = ["citation_abstract", "dcterms.abstract", "eprints.abstract", "dc.description.abstract", "dc.description"];
    private static readonly string[] Titles = ["citation_title", "bepress_citation_title", "dc.title", "dcterms.title", "eprints.title"];
    private static readonly string[] Authors = ["citation_author", "bepress_citation_author", "dc.creator", "dcterms.creator", "eprints.creators_name"];
    private static readonly string[] Published = ["citation_publication_date", "citation_date", "bepress_citation_date", "dc.date", "dc.issued", "dcterms.issued", "eprints.date", "citation_online_date", "citation_year"];
    private static readonly string[] Names = ["citation_arxiv_id", "citation_doi", "bepress_citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi", "citation_abstract_html_url"];
    private static readonly string[] Subjects = ["citation_keywords", "dc.subject"];

    private readonly Dictionary<string, List<string>> _tags = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>Reads a page.</summary>
    public static PaperDraft Read(string page)
    {
        var tags = new HtmlPaperTags();
        var body = new HtmlAbstract();
        foreach (var token in HtmlTags.Of(page))
        {
            if (token.Type == HtmlTokenType.StartTag && token.Name == "meta")
            {
                tags.Add(token.Attribute("name") ?? token.Attribute("property"), token.Attribute("content"));
            }

            body.Follow(token);
        }

        return tags.ToDraft(body.Text);
    }

    private void Add(string? name, string? content)
    {
        if (name is null || string.IsNullOrWhiteSpace(content) || ++_count > MaxTags)
        {
            return;
        }

        if (!_tags.TryGetValue(name, out var values))
        {
            _tags[name] = values = [];
        }

        values.Add(content);
    }

    private PaperDraft ToDraft(string? bodyText)
    {
        var arxiv = First("citation_arxiv_id");
        return new PaperDraft
        {
            Names = All(Names),
            Title = MarkupText.Title(First(Titles)),
            Abstract = MarkupText.Abstract(First(Abstracts)) ?? bodyText,
            Authors = FirstList(Authors).Select(PersonName.InReadingOrder),
            PublishedAt = Published.Select(name => PartialDate.Read(First(name))).FirstOrDefault(date => date is not null),

            // arXiv puts the date of the newest version there; elsewhere it is when an old paper was scanned.
            UpdatedAt = arxiv is null ? null : PartialDate.Read(First("citation_online_date")),
            Categories = FirstList(Subjects).SelectMany(subjects => subjects.Split([';', ','], StringSplitOptions.TrimEntries)),
            Urls =
            [
                new("abs", arxiv is null ? null : $"https://arxiv.org/abs/{arxiv}"),
                new("page", First("citation_abstract_html_url", "citation_public_url", "og:url")),
                new("pdf", First("citation_pdf_url", "bepress_citation_pdf_url", "eprints.document_url")),
            ],
        };
    }

    private string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_tags.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }

        return null;
    }

    private IEnumerable<string> All(string[] names) => names.SelectMany(name => _tags.GetValueOrDefault(name) ?? []);

    private List<string> FirstList(string[] names)
        => names.Select(name => _tags.GetValueOrDefault(name)).FirstOrDefault(values => values is not null) ?? [];
}
