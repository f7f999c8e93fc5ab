using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class DeterministicIdTests
{
    [Fact]
    public void From_FixedParts_NeverChanges()
        => Assert.Equal("93ab31cd-d142-5723-8497-b5168c87332a", DeterministicId.From("paper-parsed", "arxiv:2409.12345", "r1").ToString());

    [Fact]
    public void From_IsAUuidOfVersion5()
    {
        var id = DeterministicId.From("a");

        Assert.Equal(5, id.Version);
        Assert.Equal(0b10, id.Variant >> 2);
    }

    [Theory]
    [InlineData("ab", "c", "a", "bc")]
    [InlineData("ab", "", "", "ab")]
    [InlineData("a", "b", "b", "a")]
    [InlineData("a\0b", "", "a", "b")]
    public void From_OtherParts_GiveAnotherId(string first, string second, string third, string fourth)
        => Assert.NotEqual(DeterministicId.From(first, second), DeterministicId.From(third, fourth));

    [Fact]
    public void From_ThePartsAsOne_GiveAnotherId() => Assert.NotEqual(DeterministicId.From("ab"), DeterministicId.From("a", "b"));
}
