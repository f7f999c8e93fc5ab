using System.Text;

namespace Pipeline.Learning.Names;

/// <summary>A sentence of the <c>tdmsci</c> data, in tokens and tags.</summary>
public sealed record TdmSentence
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its tokens.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>A tag for each token: <c>O</c>, <c>B-DATASET</c>, <c>I-DATASET</c> and so on.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The sentence as it was printed, with labels; it has none for methods.</summary>
    public NameLabels ToLabels()
    {
        var text = new StringBuilder();
        var datasets = new List<LabelSpan>();
        var metrics = new List<LabelSpan>();
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (i > 0 && !IsGlued(i))
            {
                text.Append(' ');
            }

            var start = text.Length;
            text.Append(Tokens[i]);
            var labels = Tags[i] is "B-DATASET" or "I-DATASET" ? datasets : Tags[i] is "B-METRIC" or "I-METRIC" ? metrics : null;
            if (labels is { Count: > 0 } && Tags[i][0] == 'I')
            {
                labels[^1] = labels[^1] with { End = text.Length };
            }
            else
            {
                labels?.Add(new(start, text.Length));
            }
        }

        return new() { Id = Id, Abstract = text.ToString(), Methods = [], Datasets = datasets, Metrics = metrics };
    }

    private bool IsGlued(int i)
        => Tokens[i] is "-" or "," or "." or ")" or ";" or ":" or "%" or "/" or "'" || Tokens[i - 1] is "-" or "(" or "/"
            || (Tokens[i - 1] == "." && i > 1 && char.IsAsciiDigit(Tokens[i][0]) && char.IsAsciiDigit(Tokens[i - 2][^1]));
}
