namespace Pipeline.BuildingBlocks.Sources;

/// <summary>How a source is asked, and what its answers look like.</summary>
public enum SourceKind
{
    /// <summary>Hugging Face Daily Papers, one answer a day. On the command line <c>hf-daily</c>.</summary>
    HfDaily,

    /// <summary>The arXiv query API, in pages, by submission date. <c>arxiv-query</c>.</summary>
    ArxivQuery,

    /// <summary>arXiv's daily announcement feed. <c>arxiv-rss</c>.</summary>
    ArxivRss,

    /// <summary>An OAI-PMH repository, arXiv's unless an address is given, by modification date, resumed page by page. <c>arxiv-oai</c>.</summary>
    ArxivOai,

    /// <summary>An Atom, RSS or JSON feed. <c>feed</c>.</summary>
    Feed,

    /// <summary>One address in any format the Parser reads; <c>{date}</c> in it becomes the day asked for. <c>http</c>.</summary>
    Http,

    /// <summary>A directory of listing files. <c>directory</c>.</summary>
    Directory,
}
