namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Something found in a captured page.</summary>
/// <param name="Line">Line it begins at, from 1.</param>
internal abstract record CaptureItem(int Line)
{
    /// <summary>A title and the abstract under it.</summary>
    public sealed record Card(int Line, string Title, string Abstract) : CaptureItem(Line)
    {
        /// <summary>Address the title links to; null when it is plain text.</summary>
        public string? Address { get; init; }

        /// <summary>Address of its code, when a link below the abstract gives one.</summary>
        public string? CodeAddress { get; init; }

        /// <summary>Number directly above the title; null when there is none.</summary>
        public int? Upvotes { get; init; }

        /// <summary>Day of the page, when its heading shows a year.</summary>
        public DateTimeOffset? ListedAt { get; init; }
    }

    /// <summary>A title without an abstract, or a paragraph without a title.</summary>
    public sealed record Loose(int Line, string Reason) : CaptureItem(Line);
}
