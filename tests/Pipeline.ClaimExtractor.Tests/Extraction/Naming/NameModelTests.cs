using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Naming;

public sealed class NameModelTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSame()
    {
        var model = NameModel.Read(Small().Write());

        Assert.Equal(0.5f, model.Scale);
        Assert.Equal((7, -8, 0), (model.Known(3), model.Known(9), model.Known(4)));
        Assert.True(model.IsKnown(9) && !model.IsKnown(4));
        var scores = new int[NameModel.Classes];
        model.Add([0, NameModel.Slots], scores);
        Assert.Equal([2, -4, 6], scores);
    }

    [Theory]
    [InlineData(0, "no model of names")]
    [InlineData(4, "version")]
    [InlineData(8, "cut short")]
    [InlineData(100, "checksum")]
    public void Read_DamagedFile_SaysWhatIsWrongAndWhatToDo(int at, string expected)
    {
        var bytes = Small().Write();
        bytes[at] ^= 1;

        var problem = Assert.Throws<NameModelException>(() => NameModel.Read(bytes)).Message;

        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Contains("train names", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ShortFile_IsRefused()
        => Assert.Throws<NameModelException>(() => NameModel.Read(Small().Write().AsSpan(0, 50)));

    private static NameModel Small()
    {
        var weights = new sbyte[NameModel.Slots * NameModel.Classes];
        (weights[0], weights[1], weights[2]) = (1, -2, 3);
        return new(0.5f, weights, [3, 9], [7, -8]);
    }
}
