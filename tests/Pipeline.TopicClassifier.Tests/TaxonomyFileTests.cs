using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests;

/// <summary>The option <c>TopicClassifier:TaxonomyFile</c>.</summary>
public sealed class TaxonomyFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("taxonomy-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void NoFile_MeansTheBuiltInTaxonomy()
        => Assert.Equal($"{Taxonomy.Default.Name}/{Taxonomy.Default.Version}", StartedWith(null));

    [Fact]
    public void ValidFile_IsUsed() => Assert.Equal("garden/7", StartedWith(Put(Some.File(Some.Entry("plants")))));

    [Fact]
    public void MissingFile_StopsTheStart() => AssertRefused(Path.Combine(_directory.FullName, "none.json"), "Could not find");

    [Fact]
    public void Directory_StopsTheStart() => AssertRefused(_directory.FullName, "denied");

    [Fact]
    public void EmptyName_StopsTheStart() => AssertRefused("", "empty");

    [Theory]
    [InlineData("no JSON", "cannot be read")]
    [InlineData("""{"format": 1, "name": "g", "version": "7", "topics": []}""", "Format version 1 is unknown; this program reads 2")]
    public void InvalidFile_StopsTheStart(string content, string reason) => AssertRefused(Put(content), reason);

    private static void AssertRefused(string path, string reason)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => StartedWith(path));

        var failure = Assert.Single(refusal.Failures);
        Assert.StartsWith($"TopicClassifier:TaxonomyFile: {path}: ", failure, StringComparison.Ordinal);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
    }

    // The taxonomy the stage classifies with, once its options have passed the check at start.
    private static string? StartedWith(string? path)
    {
        var values = new Dictionary<string, string?>();
        if (path is not null)
        {
            values["TopicClassifier:TaxonomyFile"] = path;
        }

        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddTopicClassifier()
            .BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<TopicAnalyzer>().Version.Taxonomy;
    }

    private string Put(string content)
    {
        var path = Path.Combine(_directory.FullName, "own.json");
        File.WriteAllText(path, content);
        return path;
    }
}
