using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;
using Pipeline.TopicClassifier.Tests.Classification.Learned;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests;

/// <summary>The option <c>TopicClassifier:ModelFile</c>.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("model-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void NoFile_MeansTheBuiltInModel()
        => Assert.Equal($"topics/3.{BuiltInModels.Find("arxiv")!.Version}+arxiv/{Taxonomy.Default.Version}", StartedWith(null, null));

    [Fact]
    public void OwnTaxonomyWithoutModel_IsDecidedByTerms() => Assert.Equal("terms/1+garden/7", StartedWith(null, Garden()));

    [Fact]
    public void OwnModelForOwnTaxonomy_IsUsed()
        => Assert.Equal($"topics/3.{SomeModel.Model().Version}+garden/7", StartedWith(Put("own.model", SomeModel.File()), Garden()));

    [Fact]
    public void ModelOfAnotherTaxonomy_StopsTheStart() => AssertRefused(Put("own.model", SomeModel.File()), null, "made for the taxonomy 'garden'");

    [Fact]
    public void MissingFile_StopsTheStart() => AssertRefused(Path.Combine(_directory.FullName, "none.model"), Garden(), "Could not find");

    [Fact]
    public void CutFile_StopsTheStart() => AssertRefused(Put("own.model", SomeModel.File()[..^1]), Garden(), "train topics");

    private static void AssertRefused(string path, string? taxonomy, string reason)
    {
        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => StartedWith(path, taxonomy)).Failures);

        Assert.StartsWith($"TopicClassifier:ModelFile: {path}: ", failure, StringComparison.Ordinal);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
    }

    private static string StartedWith(string? model, string? taxonomy)
    {
        var values = new Dictionary<string, string?> { ["TopicClassifier:ModelFile"] = model, ["TopicClassifier:TaxonomyFile"] = taxonomy };
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values.Where(pair => pair.Value is not null)).Build())
            .AddTopicClassifier()
            .BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<TopicAnalyzer>().Version.ToString();
    }

    private string Garden() => Put("garden.json", System.Text.Encoding.UTF8.GetBytes(Some.File(Some.Entry("plants"), Some.Entry("animals"))));

    private string Put(string name, byte[] content)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
