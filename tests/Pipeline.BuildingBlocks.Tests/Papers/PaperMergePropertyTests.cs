using System.Text.Json;
using CsCheck;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

/// <summary>Observations of one paper under several keys, with every field in dispute, in any order.</summary>
public sealed class PaperMergePropertyTests
{
    private const string Arxiv = "arxiv:2601.00001";
    private const string Doi = "doi:10.1000/x";
    private const int Iterations = 1_000;
    private const string Title = "title:0123456789abcdef01234567";

    private static readonly string[][] Keys = [[Arxiv], [Doi], [Title], [Arxiv, Title], [Doi, Title], [Arxiv, Doi], [Arxiv, Doi, Title]];

    private static readonly Gen<ParsedPaper> Listed =
        from keys in AnyOf(Keys)
        from text in Gen.Select(AnyOf("A", "B", "C"), AnyOf("", " ", "Text a.", "Text b."))
        from source in AnyOf(AbstractSource.Listing, AbstractSource.AiSummary)
        from authority in AnyOf(SourceAuthority.Capture, SourceAuthority.Index, SourceAuthority.Record)
        from version in AnyOf<int?>(null, 1, 2)
        from state in AnyOf(PaperState.Active, PaperState.Active, PaperState.Withdrawn)
        from number in Gen.Int[0, 3]
        select new ParsedPaper
        {
            Id = keys[0],
            Aliases = keys,
            Title = text.Item1,
            Abstract = text.Item2,
            AbstractSource = source,
            Authority = authority,
            Version = version,
            State = state,
            Authors = number == 0 ? [] : [$"Author {number}"],
            Categories = number == 1 ? [] : [$"c{number}"],
            PublishedAt = number == 2 ? null : Some.Noon.AddDays(number),
            UpdatedAt = number == 3 ? null : Some.Noon.AddDays(number),
            ListedAt = number == 1 ? null : Some.Noon.AddDays(number),
            Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { [number < 2 ? "abs" : "pdf"] = $"https://example.org/{number}" },
            Upvotes = number == 0 ? null : number,
            Rank = number + 1,
        };

    // The last listing names all keys, so that in the end there is one paper. Some listings are obtained twice.
    private static readonly Gen<(ParsedPaper Listed, Observation Observation)[]> Observations =
        from listed in Listed.Array[1, 6]
        from minutes in Gen.Int[0, 3].Array[listed.Length]
        from again in Gen.Bool.Array[listed.Length]
        let all = listed.Select((paper, i) => i == listed.Length - 1 ? paper with { Id = Arxiv, Aliases = Keys[^1] } : paper).ToArray()
        select all.SelectMany((paper, i) => new[] { minutes[i], minutes[i] + 2 }
            .Take(again[i] ? 2 : 1)
            .Select(minute => (paper, Some.Observation($"l{i}", minute)))).ToArray();

    [Fact]
    public void AnyOrderOfObservations_GivesTheSamePaper()
        => (from observations in Observations
            from order in Gen.Shuffle(observations)
            select (observations, order)).Sample(sample =>
        {
            var expected = Assert.Single(ApplyAll([], sample.observations));
            var actual = Assert.Single(ApplyAll([], sample.order));

            Assert.Equal(Said(expected), Said(actual));
        }, iter: Iterations);

    [Fact]
    public void ObservationsThatComeAgain_ChangeNothing()
        => (from observations in Observations
            from order in Gen.Shuffle(observations)
            select (observations, order)).Sample(sample =>
        {
            var once = Assert.Single(ApplyAll([], sample.observations));

            Assert.Same(once, Assert.Single(ApplyAll([once], sample.order)));
        }, iter: Iterations);

    [Fact]
    public void Revision_AlwaysBelongsToTheText()
        => Observations.Sample(observations =>
        {
            var paper = Assert.Single(ApplyAll([], observations));

            Assert.Equal(PaperText.Revision(paper.Title, paper.Abstract), paper.Revision);
            Assert.Equal(Arxiv, paper.Id);
            Assert.Equal(Keys[^1], paper.Aliases);
        }, iter: Iterations);

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // A store in three lines.
    private static List<EnrichedPaper> ApplyAll(List<EnrichedPaper> papers, IEnumerable<(ParsedPaper Listed, Observation Observation)> observations)
    {
        foreach (var (listed, observation) in observations)
        {
            var candidates = papers.Where(paper => paper.Aliases.Intersect(listed.Aliases).Any()).ToList();
            var same = SamePapers.Choose(listed.Aliases, candidates, paper => paper.Aliases, paper => paper.Id);
            var merged = PaperMerge.Join(same, listed, observation);
            papers = [.. papers.Except(same), merged];
        }

        return papers;
    }

    // What sources say; the rest is bookkeeping of arrival.
    private static string Said(EnrichedPaper paper) => JsonSerializer.Serialize(
        paper with { Sequence = 0, FirstListingId = "", ContentListingId = "", WithdrawnBy = null, Joins = [] }, PaperJson.Options);
}
