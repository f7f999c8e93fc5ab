using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Ris;

/// <summary>One record of a form that puts a tag of two characters before each value.</summary>
/// <param name="line">Line it begins at, from 1.</param>
internal sealed class TaggedRecord(int line)
{
    /// <summary>Longest record held, in UTF-16 code units.</summary>
    public const int MaxLength = 1_000_000;

    private readonly List<(string Tag, List<string> Lines)> _values = [];
    private int _length;

    /// <summary>Line it begins at, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Whether it is over the limit; what was too much is not kept.</summary>
    public bool IsTooLong => _length > MaxLength;

    /// <summary>Begins a value.</summary>
    public void Add(string tag, string value) => Keep(value, () => _values.Add((tag, [value.Trim()])));

    /// <summary>Adds a line to the value begun last.</summary>
    public void Continue(string line) => Keep(line, () => _values[^1].Lines.Add(line.Trim()));

    /// <summary>The lines of the last value, each a value of its own where a form lists names that way.</summary>
    public IEnumerable<string> Lines(string tag) => _values.Where(value => value.Tag == tag).SelectMany(value => value.Lines).Where(line => line.Length > 0);

    /// <summary>Every value of a tag that is not blank, its lines joined by line feeds, in order.</summary>
    public IEnumerable<string> All(params ReadOnlySpan<string> tags)
    {
        var wanted = tags.ToArray();
        return _values.Where(value => wanted.Contains(value.Tag)).Select(value => string.Join('\n', value.Lines).Trim()).Where(value => value.Length > 0);
    }

    /// <summary>The first value of the first of these tags that has one; null when none has.</summary>
    public string? First(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            if (All(tag).FirstOrDefault() is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The first such value on one line; null when there is none.</summary>
    public string? FirstLine(params ReadOnlySpan<string> tags) => First(tags) is { } value ? PaperText.CollapseWhiteSpace(value) : null;

    private void Keep(string text, Action keep)
    {
        _length += text.Length + 1;
        if (!IsTooLong)
        {
            keep();
        }
    }
}
