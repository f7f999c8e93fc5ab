namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Names of the fields that have an origin: as in the paper's JSON, addresses as <c>urls.KIND</c>.</summary>
public static class FieldNames
{
    /// <summary>The title.</summary>
    public const string Title = "title";

    /// <summary>The abstract and where it came from.</summary>
    public const string Abstract = "abstract";

    /// <summary>The author names.</summary>
    public const string Authors = "authors";

    /// <summary>First publication.</summary>
    public const string PublishedAt = "publishedAt";

    /// <summary>Newest version's date.</summary>
    public const string UpdatedAt = "updatedAt";

    /// <summary>Slot in a listing.</summary>
    public const string ListedAt = "listedAt";

    /// <summary>Subjects.</summary>
    public const string Categories = "categories";

    /// <summary>Votes.</summary>
    public const string Upvotes = "upvotes";

    /// <summary>Number of the newest version.</summary>
    public const string Version = "version";

    /// <summary>Says that the paper stands.</summary>
    public const string Active = "active";

    /// <summary>Says that the paper is withdrawn.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>An address of one kind.</summary>
    public static string Url(string kind) => $"urls.{kind}";

    /// <summary>The fields in which a paper has a value, in ordinal order.</summary>
    internal static IReadOnlyList<string> Given(EnrichedPaper paper)
    {
        var fields = new List<string>(16) { Title, paper.State == PaperState.Withdrawn ? Withdrawn : Active };
        Add(Abstract, HasText(paper.Abstract));
        Add(Authors, paper.Authors.Count > 0);
        Add(PublishedAt, paper.PublishedAt is not null);
        Add(UpdatedAt, paper.UpdatedAt is not null);
        Add(ListedAt, paper.ListedAt is not null);
        Add(Categories, paper.Categories.Count > 0);
        Add(Upvotes, paper.Upvotes is not null);
        Add(Version, paper.Version is not null);
        fields.AddRange(paper.Urls.Keys.Select(Url));
        fields.Sort(StringComparer.Ordinal);
        return fields;

        void Add(string field, bool given)
        {
            if (given)
            {
                fields.Add(field);
            }
        }
    }

    private static bool HasText(string text) => !string.IsNullOrWhiteSpace(text);
}
