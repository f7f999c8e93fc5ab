namespace Pipeline.TopicClassifier.Classification;

/// <summary>The taxonomies that come with this program; each is read when it is first asked for.</summary>
public static class BuiltInTaxonomies
{
    /// <summary>Name of the subjects of arXiv.</summary>
    public const string Arxiv = "arxiv";

    /// <summary>Name of the topics of natural language processing.</summary>
    public const string Nlp = "nlp";

    private static readonly Dictionary<string, Lazy<Taxonomy>> Known = new[] { Arxiv, Nlp }
        .ToDictionary(name => name, name => new Lazy<Taxonomy>(() => Load($"taxonomies/{name}.json")), StringComparer.Ordinal);

    /// <summary>All names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The taxonomy of one of <see cref="Names"/>.</summary>
    /// <exception cref="KeyNotFoundException">None has this name.</exception>
    public static Taxonomy Get(string name) => Known[name].Value;

    private static Taxonomy Load(string resource)
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream(resource)
            ?? throw new TaxonomyException($"The resource {resource} is not in this program.");
        return Taxonomy.Load(stream);
    }
}
