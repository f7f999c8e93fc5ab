using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation.Gold;

namespace Pipeline.Learning.Evaluation;

/// <summary>A labelled sentence with what the stage says of it.</summary>
/// <param name="Abstract">The abstract it stands in.</param>
/// <param name="Index">Its number in there, from 0.</param>
/// <param name="Answer">The stage's sentence.</param>
internal readonly record struct JudgedSentence(LabelledAbstract Abstract, int Index, Sentence Answer)
{
    public LabelledSentence Gold => Abstract.Sentences[Index];

    /// <summary>Whether the stage cut it where the labels do.</summary>
    public bool IsCutAlike => Answer.Start == Gold.Span.Start && Answer.End == Gold.Span.End;

    /// <summary>Asks the stage about every sentence of an abstract.</summary>
    /// <param name="labelled">Has its text.</param>
    /// <param name="analyze">Gives the sentences of an abstract, one for one where it is split.</param>
    public static IEnumerable<JudgedSentence> Of(LabelledAbstract labelled, Func<LabelledAbstract, IReadOnlyList<Sentence>> analyze)
    {
        var answers = analyze(labelled);
        var matches = labelled.IsSplit
            ? [.. Enumerable.Range(0, labelled.Sentences.Count)]
            : SentenceMatch.Of([.. labelled.Sentences.Select(sentence => sentence.Span)], [.. answers.Select(answer => new TextSpan(answer.Start, answer.End))]);
        return matches.Select((match, index) => new JudgedSentence(labelled, index, answers[match]));
    }
}
