using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Naming;

public sealed class NamePlacesTests
{
    [Theory]
    [InlineData("It suffers from Tail Mismatch in wind.", true)]
    [InlineData("It has a Tail Network in wind.", false)]
    [InlineData("It suffers from Mismatch in wind.", false)]
    public void Name_OfWhatGoesWrong_IsAProblem(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsProblem(Some.View(text), First(text)));

    [Theory]
    [InlineData("It applies the inverse Kite Matrix.", true)]
    [InlineData("It is flown using Ribbon Strings.", true)]
    [InlineData("It uses a Ribbon Network.", false)]
    [InlineData("It uses our Ribbon Network.", false)]
    [InlineData("It is the Ribbon Network.", false)]
    public void Name_BehindAVerbOfUse_IsUsed(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsUsed(Some.View(text), First(text)));

    [Theory]
    [InlineData("It is a drop in replacement for KiteW.", true)]
    [InlineData("It is an alternative to KiteW.", true)]
    [InlineData("It is made for KiteW.", false)]
    public void Name_WhosePlaceIsTaken_IsReplaced(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsReplaced(Some.View(text), First(text)));

    [Theory]
    [InlineData("It beats solvers such as KiteW and Ribbon.", true)]
    [InlineData("It beats old solvers, including KiteW.", true)]
    [InlineData("It beats kites such as KiteW.", false)]
    [InlineData("It beats KiteW.", false)]
    public void Name_InAListOfMethods_IsOne(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsListedMethod(Some.View(text), First(text)));

    [Theory]
    [InlineData("It runs on an embedded FPGA (Kite Z3).", true)]
    [InlineData("It runs on a tail (Kite Z3).", false)]
    [InlineData("It runs on a GPU and Kite Z3.", false)]
    public void Name_InABracketBehindADevice_IsOne(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsDevice(Some.View(text), First(text)));

    [Theory]
    [InlineData("It is a Wind-Guided Flying framework.", true)]
    [InlineData("It is a Flying framework.", false)]
    [InlineData("It is a Wind-Guided Flying thing.", false)]
    public void Name_BehindAnAdjective_IsTheRestOfADescription(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsDescription(Some.View(text), First(text)));

    [Theory]
    [InlineData("We fly on Wind Following tasks.", true)]
    [InlineData("We fly on KiteNI tasks.", false)]
    [InlineData("We fly on Wind Following days.", false)]
    public void Name_BeforeTasks_IsOne(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsTask(Some.View(text), First(text)));

    [Theory]
    [InlineData("We fly 12 tasks from KiteNI.", true)]
    [InlineData("We fly tasks from the Kite Instructions (KiteNI) today.", true)]
    [InlineData("We fly tasks from Kite Instructions today.", false)]
    [InlineData("We fly kites from KiteNI.", false)]
    public void Name_ThatTasksAreFrom_IsASource(string text, bool expected) => Assert.Equal(expected, NamePlaces.IsSource(Some.View(text), First(text)));

    private static NameMention First(string text)
    {
        var reader = new MentionReader(Some.Tokens(text));
        reader.Read();
        return reader.Mentions.First(mention => mention.First > 0);
    }
}
