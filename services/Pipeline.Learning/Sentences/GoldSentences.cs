using System.Text.Json;

namespace Pipeline.Learning.Sentences;

/// <summary>An abstract as people split it.</summary>
/// <param name="Sentences">Its sentences in order; none is null.</param>
/// <param name="Id">What the data set calls it, or null.</param>
public sealed record GoldSentences(IReadOnlyList<string> Sentences, string? Id = null)
{
    public IReadOnlyList<string> Sentences { get; } = Checked(Sentences);

    // A JsonException, so that the reader of the file names the line.
    private static IReadOnlyList<string> Checked(IReadOnlyList<string> sentences)
        => sentences?.Contains(null!) == false ? sentences : throw new JsonException("\"sentences\" must be a list of texts.");
}
