namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>The models that come with this program; each is read when it is first asked for.</summary>
public static class BuiltInModels
{
    private static readonly Dictionary<string, Lazy<TopicModel>> Known = typeof(BuiltInModels).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("models/", StringComparison.Ordinal))
        .ToDictionary(name => Path.GetFileNameWithoutExtension(name), name => new Lazy<TopicModel>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>The model for a taxonomy.</summary>
    /// <returns>Null when none comes with this program.</returns>
    public static TopicModel? Find(string taxonomy) => Known.GetValueOrDefault(taxonomy)?.Value;

    /// <summary>Reads and checks a model file.</summary>
    /// <exception cref="TopicModelException">It is not a model, of another form, cut short or damaged.</exception>
    public static TopicModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return TopicModelFile.Read(copy.ToArray());
    }

    private static TopicModel Load(string resource)
    {
        using var stream = typeof(BuiltInModels).Assembly.GetManifestResourceStream(resource)!;
        return Read(stream);
    }
}
