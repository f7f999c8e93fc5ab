using Pipeline.PoisonedClaims;

namespace Pipeline.Chaos.Feeding;

/// <summary>Decides which papers come when, which are poison, and which come again.</summary>
internal sealed class FeedDraft
{
    private const int FilesOfAWave = 5;

    private readonly int _papers;
    private readonly int _waves;
    private readonly IReadOnlyList<FeedEntry> _first;
    private readonly IReadOnlyList<FeedEntry> _second;
    private readonly Dictionary<int, Poison> _poison;
    private readonly List<Repeat> _again;
    private readonly HashSet<int> _changed;

    public FeedDraft(int papers, int seed)
    {
        var random = new Random(seed);
        (_papers, _waves) = (papers, Math.Clamp(papers / 125, 4, 40));
        _first = FeedEntry.All(papers, Files, seed, edition: 1);
        _second = FeedEntry.All(papers, Files, seed, edition: 2);
        var places = Enumerable.Range(0, papers).ToArray();
        random.Shuffle(places);
        _poison = places.Take(papers / 100).Select((place, n) => (place, kind: KindOf(n))).ToDictionary(pair => pair.place, pair => pair.kind);
        _again = [.. places.Skip(papers / 100)
            .Where(place => WaveOf(place) < _waves - 1)
            .Take(papers / 100)
            .Select((place, n) => new Repeat(place, random.Next(WaveOf(place) + 1, _waves), Changed: n % 2 == 1))];
        _changed = [.. _again.Where(repeat => repeat.Changed).Select(repeat => repeat.Place)];
    }

    private int Files => _waves * FilesOfAWave;

    public FeedPlan Finish() => new(
        [.. _first.Select((entry, place) => new FedPaper(
            entry.Id, _changed.Contains(place) ? [entry.Revision, _second[place].Revision] : [entry.Revision], _poison.GetValueOrDefault(place)))],
        [.. Enumerable.Range(0, _waves).Select(wave => Listings(wave).ToList())],
        _again.Count - _changed.Count,
        _changed.Count);

    private IEnumerable<FedListing> Listings(int wave)
    {
        foreach (var file in Enumerable.Range(0, _papers).Where(place => WaveOf(place) == wave).GroupBy(FileOf))
        {
            yield return new($"papers-{file.Key:000}.jsonl", FeedEntry.Write(file.Select(place => _first[place])), file.Count(place => !_poison.ContainsKey(place)));
        }

        if (_again.Where(repeat => repeat.Wave == wave).ToList() is { Count: > 0 } repeats)
        {
            var entries = repeats.Select(repeat => (repeat.Changed ? _second : _first)[repeat.Place]);
            yield return new($"again-{wave:000}.jsonl", FeedEntry.Write(entries), repeats.Count(repeat => repeat.Changed));
        }
    }

    private int FileOf(int place) => (int)((long)place * Files / _papers);

    private int WaveOf(int place) => FileOf(place) / FilesOfAWave;

    // Killers are few: each ends its worker some eight times.
    private Poison KindOf(int n) => n < Math.Max(1, _papers / 8_000) ? Poison.Killing : n % 2 == 0 ? Poison.Refused : Poison.Failing;

    private sealed record Repeat(int Place, int Wave, bool Changed);
}
