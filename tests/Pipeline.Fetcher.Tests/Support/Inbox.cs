using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Kinds;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>A source over one directory of its own.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fetcher-");
    private readonly FetcherRig _rig;
    private readonly long _maxBytes;

    private Inbox(FetcherRig rig, long maxBytes) => (_rig, _maxBytes) = (rig, maxBytes);

    public string Path => _directory.FullName;

    public FakeArchive Archive => _rig.Archive;

    public FakeListingStore Listings => _rig.Listings;

    public RecordingLogger<DirectoryReader> Log => _rig.FileLog;

    /// <summary>Listings announced so far, in order.</summary>
    public IReadOnlyList<ListingFetched> Messages => _rig.Announced;

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Announced => [.. Messages.Select(message => message.Name)];

    public static async Task<Inbox> StartAsync(long maxBytes = 1L << 30) => new(await FetcherRig.StartAsync(), maxBytes);

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Put(string name, string content) => File.WriteAllText(PathOf(name), content);

    public void Remove() => _directory.Delete(recursive: true);

    /// <summary>Fetches the directory and waits until the message is acknowledged.</summary>
    /// <exception cref="Exception">The last attempt's, when the fetch failed for good.</exception>
    public Task<FetchRun> FetchAsync()
    {
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        return _rig.FetchAsync(new() { Id = "inbox", Kind = SourceKind.Directory, Directory = Path, MaxBytes = _maxBytes });
    }

    public Task ParseAllAsync() => _rig.ParseAllAsync();

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        if (Directory.Exists(Path))
        {
            _directory.Delete(recursive: true);
        }
    }
}
