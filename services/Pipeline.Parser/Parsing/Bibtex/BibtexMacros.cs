namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>Abbreviations that <c>@string</c> defines, beside the months every file may use.</summary>
/// <remarks>
/// Bounded in length, in number and in what all uses of them expand to: a file may build a macro out of macros, doubling
/// its length each time, and use it again and again.
/// </remarks>
internal sealed class BibtexMacros
{
    private const int MaxValueLength = 5_000;
    private const int MaxLength = 1_000_000;
    private const int MaxExpansion = 20;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jan"] = "1", ["feb"] = "2", ["mar"] = "3", ["apr"] = "4", ["may"] = "5", ["jun"] = "6",
        ["jul"] = "7", ["aug"] = "8", ["sep"] = "9", ["oct"] = "10", ["nov"] = "11", ["dec"] = "12",
    };

    private int _length;
    private long _allowance = 100_000;

    /// <summary>Lets macros expand to twenty times the length of a text that is read, over what the texts before it have left.</summary>
    public void Allow(int textLength) => _allowance += (long)textLength * MaxExpansion;

    /// <summary>Defines macros, unless one is too long to be a name, or all of them together are over a million characters.</summary>
    public void Define(IEnumerable<KeyValuePair<string, string>> macros)
    {
        foreach (var (name, value) in macros)
        {
            if (value.Length <= MaxValueLength && _length + name.Length + value.Length <= MaxLength)
            {
                _length += name.Length + value.Length;
                _values[name] = value;
            }
        }
    }

    /// <summary>What a bare word stands for: itself, when it is a number or nothing defines it.</summary>
    public string Resolve(string word)
    {
        if (!_values.TryGetValue(word, out var value) || value.Length > _allowance)
        {
            return word;
        }

        _allowance -= value.Length;
        return value;
    }
}
