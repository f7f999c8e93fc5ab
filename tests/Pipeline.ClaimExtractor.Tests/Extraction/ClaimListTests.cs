using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class ClaimListTests
{
    private const string Text = "We use Foo on Set-1. We use Foo on Set-1. Bar is old. Baz wins.";

    private static readonly TextSpan[] Sentences = [new(0, 20), new(21, 41), new(42, 53), new(54, 63)];

    [Fact]
    public void Claims_CarryTheNamesInsideThem()
    {
        var claims = Add(ClaimType.Result, null, ClaimType.Result, ClaimType.Theory);

        Assert.Equal([["Foo"], ["Bar"], ["Baz"]], claims.Select(claim => claim.Names!.Methods.Select(name => name.Text).ToArray()));
        Assert.Equal("Set-1", Assert.Single(claims[0].Names!.Datasets).Text);
        Assert.Empty(claims[2].Names!.Datasets);
    }

    [Fact]
    public void Claims_WithTheSameWords_HaveIdsOfTheirOwn_ThatStayTheSame()
    {
        var claims = Add(ClaimType.Result, ClaimType.Result, null, null);

        Assert.NotEqual(claims[0].Id, claims[1].Id);
        Assert.Equal(claims.Select(claim => claim.Id), Add(ClaimType.Result, ClaimType.Result, null, null).Select(claim => claim.Id));
        Assert.Equal(Claim.From("p", Text, new(21, 41), ClaimType.Result, 0.5, []).Id, claims[0].Id);
    }

    private static IReadOnlyList<Claim> Add(params ClaimType?[] types)
    {
        var list = new ClaimList("p", Text, [.. new[] { "Foo", "Bar", "Baz" }.Select(name => Quote.From(Text, At(name)))]);
        for (var i = 0; i < types.Length; i++)
        {
            IReadOnlyList<Quote> datasets = i == 0 ? [Quote.From(Text, At("Set-1"))] : [];
            list.AddIfClaim(Of(Sentences[i], types[i]), [], datasets);
        }

        return list.Claims;
    }

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

    private static TextSpan At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length);
    }
}
