namespace Pipeline.Storage.Contract;

/// <summary>A store can be prepared at every start and by many processes at once.</summary>
public abstract class SetupContract : StoreContract
{
    [Fact]
    public async Task Prepare_Again_KeepsWhatIsStored()
    {
        var paper = await GivenOneAsync(Some.Paper(1));

        await Setup.PrepareAsync(Token);

        Assert.Equal(paper.Title, (await GetAsync(paper.PaperId)).Title);
    }

    [Fact]
    public async Task Prepare_FromFourAtOnce_Succeeds()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Setup.PrepareAsync(Token), Token)));

        Assert.Equal(0, (await Papers.SummariseAsync(null, Token)).Papers);
    }
}
