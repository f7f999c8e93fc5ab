using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.PoisonedClaims;
using Pipeline.Testing;

namespace Pipeline.Chaos.Feeding;

/// <summary>A paper that is fed.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revisions">The revisions it comes in, the newest last.</param>
/// <param name="Poison">What it does to the worker that saves its claims.</param>
public sealed record FedPaper(string Id, IReadOnlyList<string> Revisions, Poison Poison);

/// <summary>A listing that is fed.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">JSON Lines.</param>
/// <param name="Revisions">Entries that are new or changed papers, and no poison.</param>
public sealed record FedListing(string Name, byte[] Content, int Revisions);

/// <summary>What is fed, wave after wave. Pure: the same for the same count and seed.</summary>
/// <param name="Papers">Every paper, in the order of the first listings.</param>
/// <param name="Waves">Listings that come together; what comes again does so in a later wave than before.</param>
/// <param name="Copies">Entries that repeat a paper word for word.</param>
/// <param name="Changes">Entries that bring a newer revision.</param>
public sealed record FeedPlan(IReadOnlyList<FedPaper> Papers, IReadOnlyList<IReadOnlyList<FedListing>> Waves, int Copies, int Changes)
{
    private const int FilesOfAWave = 5;

    /// <summary>One in a hundred is poison, and one in a hundred good ones comes again, every second time changed.</summary>
    public static FeedPlan Create(int papers, int seed)
    {
        var random = new Random(seed);
        var waves = Math.Clamp(papers / 125, 4, 40);
        var files = waves * FilesOfAWave;
        var (first, second) = (Entry.All(papers, files, seed, edition: 1), Entry.All(papers, files, seed, edition: 2));
        var places = Enumerable.Range(0, papers).ToArray();
        random.Shuffle(places);
        var poison = places.Take(papers / 100).Select((place, n) => (place, kind: KindOf(n, papers))).ToDictionary(pair => pair.place, pair => pair.kind);
        var again = places.Skip(papers / 100)
            .Where(place => WaveOf(place) < waves - 1)
            .Take(papers / 100)
            .Select((place, n) => new Repeat(place, Later(place), Changed: n % 2 == 1))
            .ToList();
        var changed = again.Where(repeat => repeat.Changed).Select(repeat => repeat.Place).ToHashSet();

        return new FeedPlan(
            [.. first.Select((entry, place) => new FedPaper(
                entry.Id, changed.Contains(place) ? [entry.Revision, second[place].Revision] : [entry.Revision], poison.GetValueOrDefault(place)))],
            [.. Enumerable.Range(0, waves).Select(wave => Listings(wave).ToList())],
            again.Count - changed.Count,
            changed.Count);

        int FileOf(int place) => (int)((long)place * files / papers);
        int WaveOf(int place) => FileOf(place) / FilesOfAWave;
        int Later(int place) => random.Next(WaveOf(place) + 1, waves);

        IEnumerable<FedListing> Listings(int wave)
        {
            foreach (var file in Enumerable.Range(0, papers).Where(place => WaveOf(place) == wave).GroupBy(FileOf))
            {
                yield return new($"papers-{file.Key:000}.jsonl", Entry.Write(file.Select(place => first[place])), file.Count(place => !poison.ContainsKey(place)));
            }

            if (again.Where(repeat => repeat.Wave == wave).ToList() is { Count: > 0 } repeats)
            {
                yield return new(
                    $"again-{wave:000}.jsonl",
                    Entry.Write(repeats.Select(repeat => (repeat.Changed ? second : first)[repeat.Place])),
                    repeats.Count(repeat => repeat.Changed));
            }
        }
    }

    // Killers are few: each ends its worker some eight times.
    private static Poison KindOf(int n, int papers)
        => n < Math.Max(1, papers / 8_000) ? Poison.Killing : n % 2 == 0 ? Poison.Refused : Poison.Failing;

    private sealed record Repeat(int Place, int Wave, bool Changed);

    private sealed record Entry(string Id, string Revision, string Line)
    {
        public static IReadOnlyList<Entry> All(int papers, int files, int seed, int edition)
            => [.. Enumerable.Range(0, files).SelectMany(file =>
            {
                var (start, end) = (Start(file), Start(file + 1));
                return Encoding.UTF8.GetString(PaperGenerator.JsonLines(end - start, unchecked(seed + file), start + 1, edition))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries);

                // The first place whose file this is.
                int Start(int index) => (int)((((long)index * papers) + files - 1) / files);
            }).Select((line, place) => Read(line, place))];

        public static byte[] Write(IEnumerable<Entry> entries) => Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => entry.Line + "\n")));

        private static Entry Read(string line, int place)
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
            return Text("id") == PaperGenerator.Id(place + 1)
                ? new(Text("id"), PaperText.Revision(Text("title"), Text("abstract")), line)
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Text("id")} is not paper {place + 1}."));
        }
    }
}
