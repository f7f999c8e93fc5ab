using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Standalone.Commands;

/// <summary>Reads the taxonomy and the model that a command is told to use.</summary>
internal static class TopicChoice
{
    /// <summary>The user's taxonomy where a file is named, else a built-in one.</summary>
    public static Taxonomy ReadTaxonomy(string name, string? path) => path is null ? BuiltInTaxonomies.Get(name) : Read(path, Taxonomy.Load);

    /// <summary>The user's model where a file is named, else the built-in one for the taxonomy, if there is one and it fits.</summary>
    public static TopicModel? ReadModel(Taxonomy taxonomy, string? path)
    {
        if (path is not null)
        {
            return Read(path, stream => BuiltInModels.Read(stream) is var model && model.Fits(taxonomy)
                ? model
                : throw new TopicModelException($"it was not made for this taxonomy '{taxonomy.Name}'"));
        }

        return BuiltInModels.Find(taxonomy.Name) is { } builtIn && builtIn.Fits(taxonomy) ? builtIn : null;
    }

    private static T Read<T>(string path, Func<Stream, T> read)
    {
        try
        {
            using var file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TaxonomyException or TopicModelException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}
