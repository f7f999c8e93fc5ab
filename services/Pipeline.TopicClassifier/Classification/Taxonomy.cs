using System.Text.Json;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>A named, versioned list of topics. Valid once it exists: every way to one goes through <see cref="Load"/>.</summary>
public sealed class Taxonomy
{
    internal Taxonomy(string name, string version, IReadOnlyList<TopicDefinition> topics)
    {
        Name = name;
        Version = version;
        Topics = topics;
    }

    /// <summary>The subjects of arXiv, as shipped with this program.</summary>
    public static Taxonomy Default => BuiltInTaxonomies.Get(BuiltInTaxonomies.Arxiv);

    /// <summary>Name, for example <c>arxiv</c>.</summary>
    public string Name { get; }

    /// <summary>Version; changes whenever a topic, a term or a weight does.</summary>
    public string Version { get; }

    /// <summary>All topics, in the order of the file.</summary>
    public IReadOnlyList<TopicDefinition> Topics { get; }

    /// <summary>Reads and checks a taxonomy file; its form is described in the README beside the files.</summary>
    /// <exception cref="TaxonomyException">
    /// The file is not JSON of this form, has another format version, lacks something, names a topic, a term or an alias
    /// twice, or names a parent that does not exist or leads back to the topic itself.
    /// </exception>
    public static Taxonomy Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var file = JsonSerializer.Deserialize<TaxonomyFile>(stream, TaxonomyFile.Options)
                ?? throw new TaxonomyException("The taxonomy file is empty.");
            return TaxonomyRules.Check(file);
        }
        catch (JsonException e)
        {
            throw new TaxonomyException($"The taxonomy file cannot be read: {e.Message}", e);
        }
    }
}
