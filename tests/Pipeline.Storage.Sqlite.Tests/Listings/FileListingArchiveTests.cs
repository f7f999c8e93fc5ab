using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Listings;

public sealed class FileListingArchiveTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Incoming => Path.Combine(_folder.Archive, "incoming");

    [Fact]
    public async Task Save_PutsTheRawBytesUnderTheirHash_AndLeavesNothingElse()
    {
        var archive = await OpenAsync();

        var saved = await archive.SaveAsync(new PatternStream(1000), Token);

        var file = Path.Combine(_folder.Archive, saved.ContentHash[..2], saved.ContentHash);
        Assert.Equal([file], Directory.EnumerateFiles(_folder.Archive, "*", SearchOption.AllDirectories));
        Assert.Equal(1000, new FileInfo(file).Length);
    }

    [Fact]
    public async Task Save_OfBytesThatAreThere_KeepsTheFirstFile()
    {
        var archive = await OpenAsync();
        var saved = await archive.SaveAsync(new PatternStream(1000), Token);
        var file = Path.Combine(_folder.Archive, saved.ContentHash[..2], saved.ContentHash);
        File.SetLastWriteTimeUtc(file, new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        await archive.SaveAsync(new PatternStream(1000), Token);

        Assert.Equal(new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc), File.GetLastWriteTimeUtc(file));
        Assert.Empty(Directory.EnumerateFiles(Incoming));
    }

    [Fact]
    public async Task Save_OverAFileThatWasCutShort_PutsTheWholeInItsPlace()
    {
        var archive = await OpenAsync();
        var saved = await archive.SaveAsync(new PatternStream(1000), Token);
        var file = Path.Combine(_folder.Archive, saved.ContentHash[..2], saved.ContentHash);
        await File.WriteAllBytesAsync(file, [1, 2, 3], Token);

        await archive.SaveAsync(new PatternStream(1000), Token);

        Assert.Equal(1000, new FileInfo(file).Length);
    }

    [Fact]
    public async Task Save_OfAStreamThatBreaks_LeavesNoFile()
    {
        var archive = await OpenAsync();

        await Assert.ThrowsAsync<IOException>(() => archive.SaveAsync(new PatternStream(1000, breaksAt: 10), Token));

        Assert.Empty(Directory.EnumerateFiles(_folder.Archive, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Save_Cancelled_LeavesNoFile()
    {
        var archive = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => archive.SaveAsync(new PatternStream(1000), new(canceled: true)));

        Assert.Empty(Directory.EnumerateFiles(_folder.Archive, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Save_IntoAnArchiveThatIsGone_ThrowsIOException()
    {
        var archive = await OpenAsync();
        Directory.Delete(_folder.Archive, recursive: true);

        await Assert.ThrowsAnyAsync<IOException>(() => archive.SaveAsync(new PatternStream(1000), Token));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Prepare_RemovesWhatACrashLeftMoreThanADayAgo(int secondsPastADay, bool stays)
    {
        var written = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        Directory.CreateDirectory(Incoming);
        var leftover = Path.Combine(Incoming, "leftover");
        await File.WriteAllTextAsync(leftover, "half a listing", Token);
        File.SetLastWriteTimeUtc(leftover, written);

        await _folder.PrepareAsync(time: new FakeTimeProvider(new DateTimeOffset(written).AddDays(1).AddSeconds(secondsPastADay)));

        Assert.Equal(stays, File.Exists(leftover));
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task<IListingArchive> OpenAsync() => (await _folder.PrepareAsync()).GetRequiredService<IListingArchive>();
}
