namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>Finds phrases among tokens. Hyphens between words do not count, nor does case.</summary>
/// <remarks>
/// A phrase is words apart by spaces; <c>a|b</c> is either word, <c>*</c> up to three adverbs, <c>_</c> up to four words of any kind,
/// <c>#</c> a number. All gaps are bounded, so that work per token is.
/// </remarks>
internal sealed class PhraseSet
{
    private const int Adverbs = -1;
    private const int AnyWords = -2;
    private const int MostAdverbs = 3;
    private const int MostAnyWords = 4;
    private const double NoWeight = double.NaN;

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<double> _weights = [NoWeight];
    private readonly List<(bool Adverbs, bool Any)> _gaps = [default];
    private bool[] _isFirstWord = [];

    public PhraseSet(Vocabulary vocabulary, IEnumerable<(string Phrase, double Weight)> cues)
    {
        _vocabulary = vocabulary;
        foreach (var (phrase, weight) in cues)
        {
            Add(phrase.Split(' '), 0, 0, weight);
        }
    }

    public PhraseSet(Vocabulary vocabulary, IEnumerable<string> phrases)
        : this(vocabulary, phrases.Select(phrase => (phrase, 1.0)))
    {
    }

    /// <summary>The longest phrase that begins at <paramref name="at"/>.</summary>
    /// <returns>One past its last token, or -1 when none begins there.</returns>
    public int Match(ReadOnlySpan<Token> tokens, int at, out double weight)
    {
        weight = 0;
        var end = -1;
        if (tokens[at].Word < _isFirstWord.Length && _isFirstWord[tokens[at].Word])
        {
            Walk(tokens, at, 0, ref end, ref weight);
        }

        return end;
    }

    /// <summary>Sums the weights of all phrases, leftmost and longest first, each token counted once.</summary>
    public double Sum(ReadOnlySpan<Token> tokens) => Sum(tokens, out _);

    /// <summary>Sums the weights of all phrases and gives the largest of them; 0 when there is none.</summary>
    public double Sum(ReadOnlySpan<Token> tokens, out double largest)
    {
        var sum = 0.0;
        largest = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var end = Match(tokens, i, out var weight);
            sum += weight;
            largest = Math.Max(largest, weight);
            i = Math.Max(i + 1, end);
        }

        return sum;
    }

    /// <summary>Whether any phrase occurs.</summary>
    public bool Any(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Match(tokens, i, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    private void Walk(ReadOnlySpan<Token> tokens, int at, int node, ref int end, ref double weight)
    {
        if (!double.IsNaN(_weights[node]) && at > end)
        {
            (end, weight) = (at, _weights[node]);
        }

        if (_gaps[node].Adverbs)
        {
            WalkGap(tokens, at, _edges[Edge(node, Adverbs)], MostAdverbs, adverbsOnly: true, ref end, ref weight);
        }

        if (_gaps[node].Any)
        {
            WalkGap(tokens, at, _edges[Edge(node, AnyWords)], MostAnyWords, adverbsOnly: false, ref end, ref weight);
        }

        if (at < tokens.Length && tokens[at].Word != Vocabulary.Unknown && _edges.TryGetValue(Edge(node, tokens[at].Word), out var next))
        {
            Walk(tokens, SkipHyphen(tokens, at + 1), next, ref end, ref weight);
        }
    }

    private void WalkGap(ReadOnlySpan<Token> tokens, int at, int next, int most, bool adverbsOnly, ref int end, ref double weight)
    {
        for (var skipped = 0; ; skipped++)
        {
            Walk(tokens, at, next, ref end, ref weight);
            if (skipped == most || at >= tokens.Length || tokens[at].Kind == TokenKind.Mark || (adverbsOnly && !tokens[at].Adverb))
            {
                return;
            }

            at = SkipHyphen(tokens, at + 1);
        }
    }

    private static int SkipHyphen(ReadOnlySpan<Token> tokens, int at)
        => at + 1 < tokens.Length && tokens[at].Kind == TokenKind.Mark && tokens[at].Glued && tokens[at + 1].Glued && tokens[at].Word == Lexicon.Hyphen
            ? at + 1
            : at;

    private void Add(string[] parts, int index, int node, double weight)
    {
        if (index == parts.Length)
        {
            _weights[node] = weight;
            return;
        }

        foreach (var part in parts[index].Split('|'))
        {
            var word = part switch { "*" => Adverbs, "_" => AnyWords, _ => _vocabulary.Add(part) };
            if (!_edges.TryGetValue(Edge(node, word), out var next))
            {
                next = _weights.Count;
                _weights.Add(NoWeight);
                _gaps.Add(default);
                _edges.Add(Edge(node, word), next);
                _gaps[node] = (_gaps[node].Adverbs || word == Adverbs, _gaps[node].Any || word == AnyWords);
            }

            if (node == 0)
            {
                Array.Resize(ref _isFirstWord, Math.Max(_isFirstWord.Length, word + 1));
                _isFirstWord[word] = true;
            }

            Add(parts, index + 1, next, weight);
        }
    }
}
