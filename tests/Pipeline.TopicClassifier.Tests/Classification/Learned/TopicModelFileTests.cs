using Pipeline.TopicClassifier.Classification.Learned;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests.Classification.Learned;

public sealed class TopicModelFileTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        var content = SomeModel.Content();

        Assert.Equivalent(content, TopicModelFile.Read(TopicModelFile.Write(content)).Content, strict: true);
    }

    [Fact]
    public void Version_ChangesWithAnyWeight()
    {
        var other = SomeModel.Content();
        other.Weights[0]++;

        Assert.NotEqual(SomeModel.Model().Version, SomeModel.Model(other).Version);
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        var file = SomeModel.File();

        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Contains("train topics", Refused(file[..length]), StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        var file = SomeModel.File();
        for (var i = 0; i < file.Length; i++)
        {
            file[i] ^= 0x40;
            Refused(file);
            file[i] ^= 0x40;
        }
    }

    [Theory]
    [InlineData(0, "no model of topics")]
    [InlineData(4, "form 2, this program reads form 1")]
    [InlineData(30, "checksum")]
    public void Read_OtherFile_SaysWhatIsWrong(int at, string problem)
    {
        var file = SomeModel.File();
        file[at] = at == 4 ? (byte)2 : (byte)(file[at] + 1);

        Assert.Contains(problem, Refused(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("threshold", "threshold of plants")]
    [InlineData("scale", "scale of plants")]
    [InlineData("bias", "bias of plants")]
    [InlineData("order", "out of order")]
    [InlineData("rarity", "rarity")]
    [InlineData("label", "given twice")]
    public void Read_ValueOutOfRange_IsNamed(string what, string problem)
    {
        var content = SomeModel.Content();
        _ = what switch
        {
            "threshold" => content.Thresholds[0] = 0,
            "scale" => content.Scales[0] = float.NaN,
            "bias" => content.Biases[0] = float.PositiveInfinity,
            "order" => content.Keys[0] = content.Keys[1],
            "rarity" => (float)(content.Rarities[0] = (Half)0),
            _ => (content.Labels[1] = content.Labels[0]).Length,
        };

        Assert.Contains(problem, Refused(SomeModel.File(content)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garden", "plants", null)]
    [InlineData("meadow", "plants", "made for the taxonomy 'garden', not for 'meadow'")]
    [InlineData("garden", "weeds", "knows the topic 'plants'")]
    public void Analyzer_ModelOfAnotherTaxonomy_IsRefused(string taxonomy, string topic, string? problem)
    {
        var topics = new Pipeline.TopicClassifier.Classification.Taxonomy(taxonomy, "7", [Some.Topic(topic, 0), Some.Topic("animals", 0)]);

        var refusal = Record.Exception(() => new Pipeline.TopicClassifier.Classification.TopicAnalyzer(topics, null, SomeModel.Model()));

        Assert.Equal(problem is null, refusal is null);
        Assert.True(problem is null || Assert.IsType<TopicModelException>(refusal).Message.Contains(problem, StringComparison.Ordinal));
    }

    private static string Refused(byte[] file) => Assert.Throws<TopicModelException>(() => TopicModelFile.Read(file)).Message;
}
