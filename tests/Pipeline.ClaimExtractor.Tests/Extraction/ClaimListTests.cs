using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class ClaimListTests
{
    private const string Text = "We use Foo on Set-1. We use Foo on Set-1. Bar and foo win.";

    [Fact]
    public void Claims_CarryTheNamesOfTheirSentence_EachOnceInOrder()
    {
        var names = new SentenceNames();
        names.Add(NameKind.Method, Name(50, 53));
        names.Add(NameKind.Method, Name(42, 45));
        names.Add(NameKind.Method, Name(50, 53));
        names.Add(NameKind.Metric, Name(54, 57));

        var list = new ClaimList("p", Text);
        list.AddIfClaim(Of(new(42, 58), ClaimType.Result), [], names.ToNames());

        var claim = Assert.Single(list.Claims);
        Assert.Equal(["Bar", "foo"], claim.Names!.Methods.Select(name => name.Text));
        Assert.Equal(["win"], claim.Names.Metrics.Select(name => name.Text));
        Assert.Empty(claim.Names.Datasets);
    }

    [Fact]
    public void Claims_WithTheSameWords_HaveIdsOfTheirOwn_ThatStayTheSame()
    {
        var claims = Twice();

        Assert.NotEqual(claims[0].Id, claims[1].Id);
        Assert.Equal(claims.Select(claim => claim.Id), Twice().Select(claim => claim.Id));
        Assert.Equal(Claim.From("p", Text, new(21, 41), ClaimType.Result, 0.5, []).Id, claims[0].Id);
    }

    [Fact]
    public void Sentences_ThatAreNoClaims_AreLeftOut()
    {
        var list = new ClaimList("p", Text);

        list.AddIfClaim(Of(new(0, 20), null), [], null);

        Assert.Empty(list.Claims);
    }

    private static IReadOnlyList<Claim> Twice()
    {
        var list = new ClaimList("p", Text);
        list.AddIfClaim(Of(new(0, 20), ClaimType.Result), [], null);
        list.AddIfClaim(Of(new(21, 41), ClaimType.Result), [], null);
        return list.Claims;
    }

    private static Quote Name(int start, int end) => Quote.From(Text, new(start, end)) with { Key = NameKey.Of(Text[start..end]) };

    private static Sentence Of(TextSpan span, ClaimType? type) => new()
    {
        Start = span.Start,
        End = span.End,
        Role = SentenceRole.Result,
        RoleScore = 0.5,
        Claim = type is not null,
        ClaimScore = 0.5,
        MainClaim = false,
        MainClaimScore = 0,
        ClaimType = type,
    };
}
