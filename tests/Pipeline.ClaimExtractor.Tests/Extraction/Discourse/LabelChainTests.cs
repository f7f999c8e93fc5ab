using Pipeline.ClaimExtractor.Extraction.Discourse;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Discourse;

public sealed class LabelChainTests
{
    private const int Labels = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Replace_GivesWhatAllSequencesTogetherGive(int sentences)
    {
        var (weights, scores) = Invented(sentences);
        var expected = new double[scores.Length];
        var pairs = new double[Labels * Labels];
        Enumerate(weights, scores, expected, pairs);

        var actual = scores.ToArray();
        var actualPairs = new double[pairs.Length];
        new LabelChain(Labels, weights, 1).Replace(actual, actualPairs);

        Assert.Equal(expected, actual, (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(pairs, actualPairs, (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void Replace_WithWeightsThatForbid_FollowsThem()
    {
        // Label 1 may follow label 0, and nothing else may follow.
        float[] weights = [-50, 0, -50, -50, 0, 0, 0, 0];
        double[] scores = [1, 0, 3, 0];

        new LabelChain(2, weights, 1).Replace(scores);

        Assert.True(scores[0] > 0.99);
        Assert.True(scores[3] > 0.99);
    }

    [Fact]
    public void Replace_ManySentences_StaysFinite()
    {
        var scores = Enumerable.Range(0, 30_000).Select(i => i % 2 == 0 ? 400.0 : -400.0).ToArray();

        new LabelChain(Labels, new float[LabelChain.WeightsOf(Labels)], 1).Replace(scores);

        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void Replace_NoSentence_DoesNothing() => new LabelChain(Labels, new float[LabelChain.WeightsOf(Labels)], 1).Replace([]);

    private static (float[] Weights, double[] Scores) Invented(int sentences)
    {
        var random = new Random(5);
        return (
            [.. Enumerable.Range(0, LabelChain.WeightsOf(Labels)).Select(_ => random.NextSingle())],
            [.. Enumerable.Range(0, sentences * Labels).Select(_ => 2 * random.NextDouble())]);
    }

    private static void Enumerate(float[] weights, double[] scores, double[] shares, double[] pairs)
    {
        var sentences = scores.Length / Labels;
        var sum = 0.0;
        for (var code = 0; code < Math.Pow(Labels, sentences); code++)
        {
            var sequence = Enumerable.Range(0, sentences).Select(i => code / (int)Math.Pow(Labels, i) % Labels).ToArray();
            var log = weights[(Labels * Labels) + sequence[0]] + weights[((Labels + 1) * Labels) + sequence[^1]] + scores[sequence[0]];
            for (var i = 1; i < sentences; i++)
            {
                log += scores[(i * Labels) + sequence[i]] + weights[(sequence[i - 1] * Labels) + sequence[i]];
            }

            sum += Math.Exp(log);
            for (var i = 0; i < sentences; i++)
            {
                shares[(i * Labels) + sequence[i]] += Math.Exp(log);
            }

            for (var i = 1; i < sentences; i++)
            {
                pairs[(sequence[i - 1] * Labels) + sequence[i]] += Math.Exp(log);
            }
        }

        Divide(shares, sum);
        Divide(pairs, sum);
    }

    private static void Divide(double[] values, double by)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= by;
        }
    }
}
