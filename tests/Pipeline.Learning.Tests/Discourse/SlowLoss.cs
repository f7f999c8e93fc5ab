using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Tests.Discourse;

/// <summary>The negative log-likelihood of the labels of an abstract, over all sequences of labels one by one.</summary>
internal static class SlowLoss
{
    private const double ArgumentWeight = 0.5;

    public static double Of(DiscourseNetwork network, DiscourseExample example)
    {
        var scores = network.Forward(new Tape(), example, learns: false);
        var loss = Enumerable.Range(0, DiscourseHead.Chains.Length)
            .Where(chain => example.Labels[chain] is not null)
            .Sum(chain => Chain(DiscourseHead.Chains[chain], network.Chains[chain].Value, scores, example.Labels[chain]!));
        if (example.Arguments is { } arguments)
        {
            loss += ArgumentWeight * arguments.Select((label, i) => Softmax(scores.Row(i)[DiscourseHead.Outputs..].ToArray(), label)).Sum();
        }

        return example.Register is { } register ? loss + Softmax(Mean(scores), (int)register) : loss;
    }

    private static double[] Log(DiscourseHead head, float[] weights, Node scores, int[][] sequences)
        => [.. sequences.Select(sequence =>
        {
            var sum = (double)weights[(head.Labels * head.Labels) + sequence[0]] + weights[((head.Labels + 1) * head.Labels) + sequence[^1]];
            for (var i = 0; i < sequence.Length; i++)
            {
                sum += scores.Row(i)[head.Offset + sequence[i]] + (i > 0 ? weights[(sequence[i - 1] * head.Labels) + sequence[i]] : 0);
            }

            return sum;
        })];

    private static double Chain(DiscourseHead head, float[] weights, Node scores, int[] labels)
    {
        var all = Enumerable.Range(0, (int)Math.Pow(head.Labels, scores.Rows))
            .Select(code => Enumerable.Range(0, scores.Rows).Select(i => code / (int)Math.Pow(head.Labels, i) % head.Labels).ToArray())
            .ToArray();
        return Math.Log(Log(head, weights, scores, all).Sum(Math.Exp)) - Log(head, weights, scores, [labels])[0];
    }

    private static float[] Mean(Node scores)
        => [.. Enumerable.Range(0, DiscourseHead.Registers.Labels).Select(k => DiscourseModel.RegisterSharpness
            * Enumerable.Range(0, scores.Rows).Average(i => scores.Row(i)[DiscourseHead.Registers.Offset + k]))];

    private static double Softmax(float[] scores, int label) => Math.Log(scores.Sum(score => Math.Exp(score))) - scores[label];
}
