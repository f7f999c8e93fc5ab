using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>The names of what the paper introduces; a sentence that uses one speaks of the authors' own work.</summary>
internal sealed class OwnNames
{
    // More names than this are not the paper's own.
    private const int Most = 8;

    private readonly List<string> _names = [];

    /// <summary>Remembers a name.</summary>
    public void Add(Quote name)
    {
        if (_names.Count < Most && !_names.Contains(name.Text, StringComparer.Ordinal))
        {
            _names.Add(name.Text);
        }
    }

    /// <summary>Whether the sentence uses one of the names, also as the beginning of a longer one.</summary>
    public bool AreIn(TokenView view)
    {
        for (var i = 0; _names.Count > 0 && i < view.Count; i++)
        {
            if (view.Is(i, TokenKind.Word) && BeginsAt(view, i))
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginsAt(TokenView view, int at)
    {
        var rest = view.Text.AsSpan(view.Tokens[at].Start);
        foreach (var name in _names)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
