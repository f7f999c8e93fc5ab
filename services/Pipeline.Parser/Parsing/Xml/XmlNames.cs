namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Namespaces that listings use, and names as people may see them.</summary>
internal static class XmlNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Atom03 = "http://purl.org/atom/ns#";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string DublinCoreTerms = "http://purl.org/dc/terms/";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Rss10 = "http://purl.org/rss/1.0/";

    private const int LongestShown = 40;
    private const string Undeclared = "urn:undeclared:";

    /// <summary>The name of an element as hostile content has it, fit for a message to people.</summary>
    public static string Shown(string name) => new([.. name.Take(LongestShown).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' ? c : '?')]);

    /// <summary>What a prefix that is not declared usually stands for; a name of its own where it is unknown.</summary>
    public static string Usual(string prefix) => prefix switch
    {
        "atom" => Atom,
        "content" => Content,
        "dc" => DublinCore,
        "dcterms" => DublinCoreTerms,
        "rdf" => Rdf,
        "rss" => Rss10,
        _ => Undeclared + prefix,
    };
}
