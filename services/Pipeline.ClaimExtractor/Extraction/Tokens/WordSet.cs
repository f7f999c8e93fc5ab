namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>A set of single words of the <see cref="Vocabulary"/>.</summary>
internal sealed class WordSet
{
    private readonly bool[] _holds = [];

    public WordSet(Vocabulary vocabulary, params IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var id = vocabulary.Add(word);
            Array.Resize(ref _holds, Math.Max(_holds.Length, id + 1));
            _holds[id] = true;
        }
    }

    /// <summary>Whether the token is one of the words.</summary>
    public bool Contains(Token token) => token.Word < _holds.Length && _holds[token.Word];
}
