using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests;

/// <summary>What a call returned is kept, and nothing of a call that did not return.</summary>
public sealed class RecoveryTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly DataFolder _copy = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_KilledInTheMiddleOfAWrite_OpensWithWhatWasReturned()
    {
        var services = await _folder.PrepareAsync();
        var papers = services.GetRequiredService<IPaperStore>();
        await papers.UpsertAsync(Some.Observation(), Some.Papers(50), Token);

        await services.GetRequiredService<SqliteDatabase>().WriteAsync(
            session =>
            {
                // The cache spills, so that rows of the open transaction stand in the log when the process "dies".
                session.Run("PRAGMA cache_size = 10");
                session.Run("PRAGMA cache_spill = 1");
                session.Run("DELETE FROM sightings");
                session.Run("UPDATE contents SET json = json || printf('%.*c', 20000, ' ')");
                return CopyAsAKillWouldLeaveIt();
            },
            Token);

        var reopened = (await _copy.PrepareAsync()).GetRequiredService<IPaperStore>();
        Assert.Equal(50, (await reopened.SummariseAsync("listing-a", Token)).Papers);
        Assert.Equal(PaperChange.New, (await reopened.UpsertAsync(Some.Observation(), Some.Papers(51), Token))[50].Change);
    }

    [Fact]
    public async Task Store_KilledAfterAWrite_OpensWithIt()
    {
        var papers = (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>();
        var outcomes = await papers.UpsertAsync(Some.Observation(), Some.Papers(3), Token);
        await papers.SaveClaimsAsync([.. outcomes.Select(o => Some.Claims(o))], Token);

        CopyAsAKillWouldLeaveIt();

        var reopened = (await _copy.PrepareAsync()).GetRequiredService<IPaperStore>();
        Assert.Equal(new(Papers: 3, Pending: 3, Claims: 6, WithTopics: 0), await reopened.SummariseAsync(null, Token));
    }

    [Fact]
    public async Task Store_ClosedAndOpened_HasEverything()
    {
        await using (var first = await _folder.PrepareAsync())
        {
            await first.GetRequiredService<IPaperStore>().UpsertAsync(Some.Observation(), Some.Papers(3), Token);
        }

        var second = (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>();

        Assert.Equal(Some.Paper(3).Title, (await second.FindAsync(Some.Paper(3).Id, Token))?.Title);
    }

    [Fact]
    public async Task Upsert_CancelledHalfWay_KeepsNothing()
    {
        var papers = (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>();
        using var cancelling = new CancellationTokenSource();
        var listed = new CancellingList(Some.Papers(20), cancelling, at: 10);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => papers.UpsertAsync(Some.Observation(), listed, cancelling.Token));

        Assert.Equal(0, (await papers.SummariseAsync(null, Token)).Papers);
        Assert.Equal(20, (await papers.UpsertAsync(Some.Observation(), Some.Papers(20), Token)).Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _folder.DisposeAsync();
        await _copy.DisposeAsync();
    }

    private bool CopyAsAKillWouldLeaveIt()
    {
        foreach (var suffix in new[] { "", "-wal" })
        {
            File.Copy(_folder.Database + suffix, _copy.Database + suffix);
        }

        return true;
    }

    private sealed class CancellingList(IReadOnlyList<ParsedPaper> papers, CancellationTokenSource cancelling, int at)
        : IReadOnlyList<ParsedPaper>
    {
        public int Count => papers.Count;

        public ParsedPaper this[int index] => papers[index];

        public IEnumerator<ParsedPaper> GetEnumerator()
        {
            for (var i = 0; i < papers.Count; i++)
            {
                if (i == at)
                {
                    cancelling.Cancel();
                }

                yield return papers[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
