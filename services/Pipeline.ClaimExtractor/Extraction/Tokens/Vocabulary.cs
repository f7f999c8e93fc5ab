using System.Text;

namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>Numbers the words that cues use, so that matching compares integers. Case does not count.</summary>
internal sealed class Vocabulary
{
    /// <summary>Number of a word that no cue uses.</summary>
    public const int Unknown = 0;

    /// <summary>Number of every token that is a number; cues write it <c>#</c>.</summary>
    public const int Number = 1;

    private const int Blocks = 1 << 10;

    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase) { ["#"] = Number };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // One bit for each hash of an ASCII word: most words of a text are no cue, and one look here tells so.
    private readonly ulong[] _mayHold = new ulong[Blocks];

    private bool _isRead;

    public Vocabulary() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a word; <see cref="Unknown"/> when no cue uses it.</summary>
    public int Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var id) ? id : Unknown;

    /// <summary>Finds a word of a text whose <see cref="WordHash"/> is known. No word can be added any more.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        if (!_isRead)
        {
            _isRead = true;
        }

        return (_mayHold[Block(hash)] & Bit(hash)) == 0 && Ascii.IsValid(word) ? Unknown : Find(word);
    }

    /// <summary>Finds a word or gives it the next number.</summary>
    /// <exception cref="InvalidOperationException">The word is new and a text was read before: that text would read otherwise now.</exception>
    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            if (_isRead)
            {
                throw new InvalidOperationException($"'{word}' comes after the first text. Cues belong in Lexicon.");
            }

            id = _ids.Count + 1;
            _ids.Add(word, id);
            var hash = WordHash.Of(word);
            _mayHold[Block(hash)] |= Bit(hash);
        }

        return id;
    }

    private static int Block(uint hash) => (int)(hash >> 6) & (Blocks - 1);

    private static ulong Bit(uint hash) => 1ul << (int)(hash & 63);
}
