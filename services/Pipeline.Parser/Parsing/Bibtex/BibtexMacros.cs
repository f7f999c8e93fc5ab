namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>Abbreviations that <c>@string</c> defines, beside the months every file may use.</summary>
/// <remarks>Bounded: a file may build a macro out of macros, doubling its length each time.</remarks>
internal sealed class BibtexMacros
{
    /// <summary>Longest value, in UTF-16 code units; what is appended beyond it is dropped.</summary>
    public const int MaxValueLength = 200_000;

    private const int MaxLength = 1_000_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jan"] = "1", ["feb"] = "2", ["mar"] = "3", ["apr"] = "4", ["may"] = "5", ["jun"] = "6",
        ["jul"] = "7", ["aug"] = "8", ["sep"] = "9", ["oct"] = "10", ["nov"] = "11", ["dec"] = "12",
    };

    private int _length;

    /// <summary>Defines macros, as long as all of them together stay below a million characters.</summary>
    public void Define(IEnumerable<KeyValuePair<string, string>> macros)
    {
        foreach (var (name, value) in macros)
        {
            if (_length + name.Length + value.Length <= MaxLength)
            {
                _length += name.Length + value.Length;
                _values[name] = value;
            }
        }
    }

    /// <summary>What a bare word stands for: itself, when it is a number or nothing defines it.</summary>
    public string Resolve(string word) => _values.GetValueOrDefault(word, word);
}
