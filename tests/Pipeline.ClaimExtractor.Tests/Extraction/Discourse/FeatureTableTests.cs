using Pipeline.ClaimExtractor.Extraction.Discourse;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Discourse;

public sealed class FeatureTableTests
{
    // Two keys that fall on the same slot.
    private static readonly uint[] Keys = [3, 3 + (1 << 20), 9];

    private static readonly FeatureTable Table = new(
        Keys, [.. Enumerable.Range(0, Keys.Length * FeatureTable.Columns).Select(i => (sbyte)((i % 255) - 127))]);

    [Fact]
    public void Sum_AddsTheRowsOfKnownFeatures_AsOftenAsTheyOccur()
    {
        var sums = new int[FeatureTable.Columns];
        sums[0] = 7;

        Table.Sum([Keys[1], 4, Keys[0], Keys[1]], sums);

        Assert.Equal(Enumerable.Range(0, FeatureTable.Columns).Select(column => Weight(0, column) + (2 * Weight(1, column))), sums);
    }

    [Fact]
    public void Sum_OfVeryManyFeatures_DoesNotOverflow()
    {
        var sums = new int[FeatureTable.Columns];

        Table.Sum([.. Enumerable.Repeat(Keys[0], 100_000)], sums);

        Assert.Equal(Enumerable.Range(0, FeatureTable.Columns).Select(column => 100_000 * Weight(0, column)), sums);
    }

    private static int Weight(int row, int column) => ((((row * FeatureTable.Columns) + column) % 255) - 127);
}
