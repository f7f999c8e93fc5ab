using System.Text.Json;

namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>Spans as they must be in a file: in order, none empty, without overlap.</summary>
internal static class LabelOrder
{
    public static IReadOnlyList<LabelledSentence> Checked(IReadOnlyList<LabelledSentence> sentences)
    {
        var end = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.Span.Start < end || sentence.Span.Length <= 0)
            {
                throw new JsonException($"The sentence at {sentence.Span.Start} is empty, or overlaps with the one before.");
            }

            end = sentence.Span.End;
        }

        return sentences;
    }
}
