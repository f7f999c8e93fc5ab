using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>The names of an abstract, each at its first mention, and the data sets of each sentence.</summary>
internal sealed class NameList(TokenizedText text)
{
    private readonly List<Quote> _methods = [];
    private readonly List<Quote> _datasets = [];
    private readonly List<Quote> _metrics = [];
    private readonly HashSet<(NameKind Kind, string Key)> _seen = [];
    private readonly List<Quote>?[] _datasetsOf = new List<Quote>?[text.Sentences.Count];
    private readonly SentenceNames?[] _namesOf = new SentenceNames?[text.Sentences.Count];

    /// <summary>Data sets that a sentence names, in order and disjoint, also those named before.</summary>
    public IReadOnlyList<Quote> DatasetsIn(int sentence) => _datasetsOf[sentence] ?? [];

    /// <summary>What a sentence names, also what was named before; null when it names nothing.</summary>
    public Names? NamesIn(int sentence) => _namesOf[sentence]?.ToNames();

    /// <summary>Adds a mention; mentions come in order.</summary>
    public void Add(NameMention mention, NameKind kind)
    {
        if (kind == NameKind.Metric)
        {
            AddMetric(mention.Sentence, mention.First, mention.Next);
        }

        if (kind is NameKind.Other or NameKind.Metric)
        {
            return;
        }

        var quote = Name(mention.Sentence, mention.First, mention.Next);
        (_namesOf[mention.Sentence] ??= new()).Add(kind, quote);
        if (kind == NameKind.Dataset)
        {
            (_datasetsOf[mention.Sentence] ??= []).Add(quote);
        }

        if (quote.Key!.Length > 0 && _seen.Add((kind, quote.Key)))
        {
            (kind == NameKind.Dataset ? _datasets : _methods).Add(quote);
        }
    }

    /// <summary>Adds a measure.</summary>
    public void AddMetric(int sentence, int first, int next)
    {
        var quote = Name(sentence, first, next);
        (_namesOf[sentence] ??= new()).Add(NameKind.Metric, quote);
        if (_seen.Add((NameKind.Metric, quote.Key!)))
        {
            _metrics.Add(quote);
        }
    }

    /// <summary>What was collected.</summary>
    public Names ToNames() => new() { Methods = _methods, Datasets = _datasets, Metrics = _metrics };

    private Quote Name(int sentence, int first, int next)
    {
        var span = text.ViewOf(sentence).Span(first, next);
        var name = NameReader.WithoutGenitive(text.Text.AsSpan(span.Start, span.Length));
        var quote = Quote.From(text.Text, new(span.Start, span.Start + name.Length));
        return quote with { Key = NameKey.Of(quote.Text) };
    }
}
