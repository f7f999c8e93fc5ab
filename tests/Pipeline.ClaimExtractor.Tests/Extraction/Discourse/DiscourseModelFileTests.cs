using Pipeline.ClaimExtractor.Extraction.Discourse;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Discourse;

public sealed class DiscourseModelFileTests
{
    private const int VersionAt = 4;

    [Fact]
    public void Write_ThenRead_GivesTheSameWeightsAndBytes()
    {
        var written = Bytes(Invented());

        var read = DiscourseModelFile.Read(new MemoryStream(written));

        Assert.Equal(Invented().Keys, read.Keys);
        Assert.Equal(Invented().Rows, read.Rows);
        Assert.Equal(Invented().Output, read.Output);
        Assert.Equal(Invented().MainThreshold, read.MainThreshold);
        Assert.Equal(written, Bytes(read));
    }

    [Theory]
    [InlineData(0, "is not a discourse model")]
    [InlineData(VersionAt, "has version 254, and this program reads version 1")]
    [InlineData(VersionAt + 4, "is cut off or damaged")]
    [InlineData(1000, "is cut off or damaged")]
    public void Read_WithOneByteChanged_SaysWhatIsWrongAndWhatToDo(int at, string expected)
    {
        var bytes = Bytes(Invented());
        bytes[at] ^= 0xFF;

        var problem = Assert.Throws<ModelFileException>(() => DiscourseModelFile.Read(new MemoryStream(bytes)));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains("pipeline train claims", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(41)]
    [InlineData(2000)]
    public void Read_OfAFileThatIsCutOff_IsRefused(int length)
        => Assert.Throws<ModelFileException>(() => DiscourseModelFile.Read(new MemoryStream(Bytes(Invented())[..length])));

    [Fact]
    public void Own_IsReadOnce() => Assert.Same(DiscourseModelFile.Own, DiscourseModelFile.Own);

    private static byte[] Bytes(DiscourseWeights weights)
    {
        using var file = new MemoryStream();
        DiscourseModelFile.Write(file, weights);
        return file.ToArray();
    }

    private static DiscourseWeights Invented()
    {
        var random = new Random(1);
        var rows = new byte[3 * FeatureTable.Columns];
        random.NextBytes(rows);
        var sizes = ContextNetwork.Sizes;
        return new()
        {
            Keys = [1, 2, 300],
            Rows = [.. rows.Select(b => unchecked((sbyte)b))],
            Scales = Floats(FeatureTable.Columns),
            First = Floats(sizes.First),
            Second = Floats(sizes.Second),
            Output = Floats(sizes.Output),
            Chains = Floats(DiscourseHead.Chains.Sum(head => LabelChain.WeightsOf(head.Labels))),
            Sharpness = Floats(DiscourseHead.Chains.Length),
            ClaimThreshold = 0.4f,
            MainThreshold = 0.3f,
        };

        float[] Floats(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }
}
