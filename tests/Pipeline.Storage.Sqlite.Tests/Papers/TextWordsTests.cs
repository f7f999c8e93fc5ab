using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Papers;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Papers;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ?! ", "")]
    [InlineData("One", "one")]
    [InlineData(" One two,ONE-three_4 ", "one two three 4")]
    [InlineData("Étude ½ Ⅷ 漢字 e\u0301", "étude ½ ⅷ 漢字 e")]
    [InlineData("a🦀b", "a b")]
    [InlineData("x\ud800y", "x y")]
    public void Row_HasEachWordOnceInLowerCase(string text, string expected) => Assert.Equal(expected, TextWords.Row(text));

    [Fact]
    public void Of_AgreesWithSearchWords_OnAnyText()
        => Gen.String.Sample(text =>
        {
            var all = TextWords.Of(text);
            var searched = SearchWords.Of(text);
            return all.IsSupersetOf(searched) && (searched.Count == SearchWords.MaxWords || all.Count == searched.Count);
        });

    [Theory]
    [InlineData(null, null)]
    [InlineData("?!", null)]
    [InlineData("Graphs", "\"graphs\"")]
    [InlineData("a OR \"b* NEAR(c)", "\"a\" AND \"or\" AND \"b\" AND \"near\" AND \"c\"")]
    public void Match_QuotesEveryWord(string? question, string? expected) => Assert.Equal(expected, TextWords.Match(question));

    [Fact]
    public async Task Query_ByLettersOfEveryScript_FindsThePaper()
    {
        await using var folder = new DataFolder();
        var papers = (await folder.PrepareAsync()).GetRequiredService<IPaperStore>();
        var token = TestContext.Current.CancellationToken;
        var letters = Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(char.IsLetterOrDigit).Where((_, i) => i % 100 == 0).ToList();
        await papers.UpsertAsync(Some.Observation(), [Some.Paper(1, @abstract: string.Join(' ', letters))], token);

        Assert.All(letters, letter => Assert.True(
            papers.QueryAsync(new() { Text = letter.ToString() }, token).ToBlockingEnumerable(token).Any(), $"U+{(int)letter:X4}"));
    }
}
