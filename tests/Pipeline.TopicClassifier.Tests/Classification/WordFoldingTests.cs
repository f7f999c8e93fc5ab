using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Classification;

public sealed class WordFoldingTests
{
    [Theory]
    [InlineData("Images", "image")]
    [InlineData("LLMs", "llm")]
    [InlineData("studies", "study")]
    [InlineData("classes", "class")]
    [InlineData("boxes", "box")]
    [InlineData("patches", "patch")]
    [InlineData("meshes", "mesh")]
    [InlineData("loss", "loss")]
    [InlineData("analysis", "analysis")]
    [InlineData("corpus", "corpus")]
    [InlineData("gas", "gas")]
    [InlineData("gans", "gan")]
    [InlineData("3D", "3d")]
    [InlineData("Größen", "größen")]
    public void Of_Word_IsLowerCaseSingular(string word, string expected)
        => Assert.Equal([expected], TermWords.Of(word));

    [Theory]
    [InlineData(40, 1)]
    [InlineData(41, 0)]
    public void Fold_LongWord_IsKnownUpToTheLimit(int length, int expectedWords)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];

        Assert.Equal(expectedWords * length, WordFolding.Fold(new string('a', length), folded));
    }
}
