using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Papers;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Wet, Ada", "Ada Wet")]
    [InlineData("Ada Wet", "Ada Wet")]
    [InlineData("Wet, Ada, Jr.", "Wet, Ada, Jr.")]
    [InlineData("Wet,", "Wet,")]
    [InlineData("", "")]
    public void InReadingOrder_OfAName_PutsTheFamilyLast(string name, string expected) => Assert.Equal(expected, PersonName.InReadingOrder(name));

    [Theory]
    [InlineData("Ada", "Wet", "Ada Wet")]
    [InlineData("Ada", null, "Ada")]
    [InlineData(" ", "Wet", "Wet")]
    [InlineData(null, "", null)]
    public void Of_GivenAndFamily_IsWhatIsThere(string? given, string? family, string? expected) => Assert.Equal(expected, PersonName.Of(given, family));
}
