namespace Pipeline.Learning.Evaluation;

/// <summary>A sentence that was given another label than it has.</summary>
/// <param name="Id">The abstract, or null when it has no name.</param>
/// <param name="Sentence">Number of the sentence in it, from 0.</param>
/// <param name="Gold">The label it has.</param>
/// <param name="Predicted">The label it was given.</param>
/// <param name="Score">How sure the stage was of the wrong label, 0 to 1.</param>
/// <param name="Text">The sentence.</param>
public sealed record LabelError(string? Id, int Sentence, string Gold, string Predicted, double Score, string Text);
