using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.Benchmarks.Claims;

/// <summary>The claim stage and its steps, each over one abstract; and the floor that they are held against.</summary>
internal sealed class ClaimSteps
{
    private readonly IReadOnlyList<ClaimSample> _papers;
    private readonly byte[][] _lines;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly IReadOnlyList<TextSpan>[] _sentences;
    private readonly TokenizedText[] _tokens;
    private readonly Sentence[][] _read;
    private readonly NameList[] _names;
    private readonly ClaimAnalyzer _analyzer = new();
    private readonly SentenceReader _reader = new(DiscourseModelFile.Own);

    public ClaimSteps(IReadOnlyList<ClaimSample> papers)
    {
        _papers = papers;
        _lines = [.. papers.Select(paper => paper.Line())];
        _words = papers.SelectMany(paper => paper.Abstract.Split()).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _sentences = [.. papers.Select(paper => SentenceSplitter.Split(paper.Abstract))];
        _tokens = [.. papers.Select((_, i) => Tokenize(i))];
        _read = [.. _tokens.Select((tokens, i) => _reader.Read(papers[i].Title, tokens))];
        _names = [.. _tokens.Select((tokens, i) => NameFinder.Find(tokens, _read[i]))];
    }

    /// <summary>What nobody can do without: read the line, find its words, look each up.</summary>
    public Step Floor => new("floor: decode the line, cut at white space, look words up", i => Known(ClaimSample.Of(_lines[i]).Abstract));

    /// <summary>All of the stage.</summary>
    public Step Whole => new("claim stage", i => _analyzer.Analyze(_papers[i].Id, _papers[i].Title, _papers[i].Abstract).Claims.Count);

    /// <summary>Its steps one by one. Making claims of what they found is the rest.</summary>
    public IReadOnlyList<Step> Parts =>
    [
        new("  sentences", i => SentenceSplitter.Split(_papers[i].Abstract).Count),
        new("  addresses and tokens", i => Tokenize(i).Sentences.Count),
        new("  names", i => NameFinder.Find(_tokens[i], _read[i]).ToNames().Methods.Count),
        new("  roles and claims", i => _reader.Read(_papers[i].Title, _tokens[i]).Length),
        new("  quantities", Quantities),
    ];

    private TokenizedText Tokenize(int i)
    {
        var urls = UrlFinder.Find(_papers[i].Abstract);
        var tokens = new TokenizedText(_papers[i].Abstract, _sentences[i], urls);
        UrlKinds.Set(tokens, urls);
        return tokens;
    }

    private int Quantities(int i)
    {
        var finder = new QuantityFinder(_tokens[i], _names[i].ToNames().Methods);
        var found = 0;
        for (var sentence = 0; sentence < _sentences[i].Count; sentence++)
        {
            found += finder.Find(_tokens[i].ViewOf(sentence), _names[i].DatasetsIn(sentence)).Count;
        }

        return found;
    }

    private int Known(string text)
    {
        var known = 0;
        foreach (var word in text.AsSpan().Split(' '))
        {
            known += _words.Contains(text.AsSpan()[word]) ? 1 : 0;
        }

        return known;
    }
}

/// <summary>Work on the paper at a place.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Run">Does it; gives a number that depends on all of it.</param>
internal sealed record Step(string Name, Func<int, int> Run);
