using Pipeline.ClaimExtractor.Extraction.Quantities;

namespace Pipeline.Learning.Quantities;

/// <summary>One decision with the answer that the labels give.</summary>
/// <param name="Decision">What is decided.</param>
/// <param name="Features">What it looks at.</param>
/// <param name="Measures">The text is a report of measurements.</param>
/// <param name="Answer">The right answer.</param>
internal sealed record QuantityExample(QuantityDecision Decision, uint[] Features, bool Measures, bool Answer);
