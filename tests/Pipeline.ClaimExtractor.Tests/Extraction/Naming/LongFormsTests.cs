using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Naming;

public sealed class LongFormsTests
{
    [Theory]
    [InlineData("the Long Tail Network (LTN) flies", "Long Tail Network", "LTN")]
    [InlineData("LTN (Long Tail Network) flies", "Long Tail Network", "LTN")]
    [InlineData("We fly Advanced Use of Kites for Wind (AUKW).", "Advanced Use of Kites for Wind", "AUKW")]
    [InlineData("Graph Kite Networks (GKNs) fly", "Graph Kite Networks", "GKNs")]
    [InlineData("the ``Kite Mother'' (KM) flies", "Kite Mother", "KM")]
    public void Find_Pair_GivesBoth(string text, string written, string acronym)
    {
        var view = Some.View(text);
        List<(TokenRange Long, TokenRange Acronym)> pairs = [];

        LongForms.Find(view, pairs);

        var (first, second) = Assert.Single(pairs);
        Assert.Equal(written, view.Span(first.First, first.Next).Of(text));
        Assert.Equal(acronym, view.Span(second.First, second.Next).Of(text));
    }

    [Theory]
    [InlineData("long tail networks (LTN) fly")]
    [InlineData("the Long Tail Network (XQZ) flies")]
    [InlineData("KITE-19 of three classes (KITE-19, others) flies")]
    [InlineData("(LTN) flies")]
    [InlineData("Long (LTN")]
    public void Find_NoPair_GivesNothing(string text)
    {
        List<(TokenRange Long, TokenRange Acronym)> pairs = [];

        LongForms.Find(Some.View(text), pairs);

        Assert.Empty(pairs);
    }
}
