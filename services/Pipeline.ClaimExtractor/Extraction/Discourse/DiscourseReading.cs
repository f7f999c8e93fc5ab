namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>What the model says of the sentences of one abstract, as probabilities.</summary>
/// <param name="Roles">Roles, sentence by sentence, in the order of the enumeration.</param>
/// <param name="Claims">No claim and the types of claim, sentence by sentence.</param>
/// <param name="Main">That the sentence states what the paper concludes.</param>
/// <param name="Crowd">How much the roles follow the convention of CSAbstruct instead of ours, 0 to 1.</param>
internal sealed record DiscourseReading(double[] Roles, double[] Claims, double[] Main, double Crowd)
{
    /// <summary>Probabilities of the roles of one sentence.</summary>
    public ReadOnlySpan<double> RolesOf(int sentence) => Roles.AsSpan(sentence * DiscourseHead.Roles.Labels, DiscourseHead.Roles.Labels);

    /// <summary>Probability of no claim, then of each type of claim, of one sentence.</summary>
    public ReadOnlySpan<double> ClaimsOf(int sentence) => Claims.AsSpan(sentence * DiscourseHead.Claims.Labels, DiscourseHead.Claims.Labels);

    /// <summary>Probability that the sentence is a claim of any type.</summary>
    public double ClaimOf(int sentence) => 1 - ClaimsOf(sentence)[0];
}
