using Pipeline.Parser.Parsing.Feeds;

namespace Pipeline.Parser.Tests.Parsing.Feeds;

public sealed class AuthorNamesTests
{
    [Theory]
    [InlineData("Ada Wet, Ben Dry", "Ada Wet|Ben Dry")]
    [InlineData("Ada Wet, Ben Dry and Cy Damp", "Ada Wet|Ben Dry|Cy Damp")]
    [InlineData("Ada Wet, Ben Dry, and Cy\n Damp", "Ada Wet|Ben Dry|Cy Damp")]
    [InlineData("Ada Wet (MIT, USA), Ben Dry (A (nested) B)", "Ada Wet|Ben Dry")]
    [InlineData("John Wet, Jr., Ben Dry", "John Wet, Jr.|Ben Dry")]
    [InlineData("Wet, A., Dry, B. C., de Damp, J.-F.", "A. Wet|B. C. Dry|J.-F. de Damp")]
    [InlineData("Wet, Ada; Dry, Ben", "Wet, Ada|Dry, Ben")]
    [InlineData("Ada Wet, :, ", "Ada Wet")]
    [InlineData(" ", "")]
    [InlineData(null, "")]
    public void Names_InOneText_AreTakenApart(string? names, string expected)
        => Assert.Equal(expected.Length == 0 ? [] : expected.Split('|'), AuthorNames.Split(names));

    [Theory]
    [InlineData("jane@example.org (Jane Roe)", "Jane Roe")]
    [InlineData("Jane Roe", "Jane Roe")]
    public void Name_InAMailAddress_IsTakenOut(string mail, string expected) => Assert.Equal(expected, AuthorNames.OfMail(mail));
}
