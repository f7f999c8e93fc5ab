using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Reads sentences, claims, quantities, names and addresses out of an abstract.</summary>
/// <remarks>
/// Pure and stateless: one instance serves all threads, equal input gives equal output, and no text makes it throw or take
/// more than time linear in its length.
/// </remarks>
public sealed class ClaimAnalyzer
{
    private readonly SentenceReader _sentences;

    /// <summary>An analyzer with the model that this program carries.</summary>
    /// <exception cref="ModelFileException">That model is damaged or of another version.</exception>
    public ClaimAnalyzer()
        : this(DiscourseModelFile.Own)
    {
    }

    internal ClaimAnalyzer(DiscourseModel model) => _sentences = new(model);

    /// <summary>What <c>try claims</c> and the stored section name as the extractor.</summary>
    public static StageVersion Version { get; } = new() { Name = "claims", Version = "7" };

    /// <summary>Analyses an abstract and finds its sentences.</summary>
    /// <param name="paperId">Key of the paper; the ids of its claims derive from it.</param>
    /// <param name="title">Its title, empty when it is not known: what a title says tells which sentences matter.</param>
    /// <param name="abstract">Text of any content and length, also empty.</param>
    public ClaimAnalysis Analyze(string paperId, string title, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(paperId);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(@abstract);
        return Analyze(paperId, title, @abstract, SentenceSplitter.Split(@abstract));
    }

    /// <summary>Analyses an abstract that is already split: the sentences joined by one space. The result has one sentence for each given, also for an empty one.</summary>
    /// <param name="paperId">Key of the paper.</param>
    /// <param name="title">Its title, empty when it is not known.</param>
    /// <param name="sentences">Sentences in order.</param>
    public ClaimAnalysis Analyze(string paperId, string title, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(paperId);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(sentences);
        var spans = new TextSpan[sentences.Count];
        var start = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new(start, start + sentences[i].Length);
            start = spans[i].End + 1;
        }

        return Analyze(paperId, title, string.Join(' ', sentences), spans);
    }

    private ClaimAnalysis Analyze(string paperId, string title, string text, IReadOnlyList<TextSpan> spans)
    {
        var urls = UrlFinder.Find(text);
        var tokens = new TokenizedText(text, spans, urls);
        UrlKinds.Set(tokens, urls);
        var sentences = _sentences.Read(title, tokens);
        var list = NameFinder.Find(tokens, sentences);
        var names = list.ToNames();
        var claims = new ClaimList(paperId, text);
        var quantities = new List<Quantity>();
        var finder = new QuantityFinder(tokens, names.Methods);
        for (var i = 0; i < sentences.Length; i++)
        {
            var view = tokens.ViewOf(i);
            var found = finder.Find(view, list.DatasetsIn(i));
            quantities.AddRange(found);
            claims.AddIfClaim(sentences[i], found, list.NamesIn(i));
        }

        return new() { Sentences = sentences, Claims = claims.Claims, Quantities = quantities, Names = names, Urls = urls };
    }
}
