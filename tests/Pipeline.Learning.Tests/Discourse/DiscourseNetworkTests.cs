using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Tests.Discourse;

public sealed class DiscourseNetworkTests
{
    private const float Nudge = 1e-2f;

    public enum Labelled
    {
        Arxiv,
        Crowd,
        Argument,
    }

    // The slope of the log-likelihood, measured by moving one weight a little, against the gradient that was computed.
    [Theory]
    [InlineData(Labelled.Arxiv)]
    [InlineData(Labelled.Argument)]
    public void Gradients_OfTheLayers_AreTheSlopesOfTheLoss(Labelled labelled)
    {
        var example = Example(labelled);
        var network = Network(example);
        AddGradients(network, example);

        foreach (var weights in (Weights[])[network.Output, network.First, network.Second, network.OutputBias])
        {
            var gradient = weights.Gradient;
            foreach (var i in Enumerable.Range(0, gradient.Length).OrderByDescending(i => Math.Abs(gradient[i])).Take(5))
            {
                var before = weights.Value[i];
                weights.Value[i] = before + Nudge;
                var above = SlowLoss.Of(network, example);
                weights.Value[i] = before - Nudge;
                var below = SlowLoss.Of(network, example);
                weights.Value[i] = before;

                Assert.Equal((above - below) / (2 * Nudge), gradient[i], 0.02 * Math.Max(1, Math.Abs(gradient[i])));
            }
        }
    }

    [Fact]
    public void Gradients_OfAChain_AreTheSlopesOfTheLoss()
    {
        var example = Example(Labelled.Arxiv);
        var network = Network(example);
        var chain = network.Chains[Array.IndexOf(DiscourseHead.Chains, DiscourseHead.Claims)];
        AddGradients(network, example);

        for (var i = 0; i < chain.Value.Length; i += 3)
        {
            chain.Value[i] += Nudge;
            var above = SlowLoss.Of(network, example);
            chain.Value[i] -= 2 * Nudge;
            var below = SlowLoss.Of(network, example);
            chain.Value[i] += Nudge;

            Assert.Equal((above - below) / (2 * Nudge), chain.Gradient[i], 0.01);
        }
    }

    [Fact]
    public void Gradients_OfADoubtfulSentence_CountLess()
    {
        var example = Example(Labelled.Crowd);
        var network = Network(example);
        var tape = new Tape();
        var scores = network.Forward(tape, example, learns: false);

        DiscourseLoss.AddGradients(network, scores, example, readsTitle: false);

        // Before it has learned, the model is equally far from the labels of all three sentences; the second counts half.
        var sizes = Enumerable.Range(0, 3).Select(i => scores.GradientOf(i)[..5].ToArray().Sum(Math.Abs)).ToArray();
        Assert.InRange(sizes[1] / sizes[0], 0.3, 0.7);
        Assert.InRange(sizes[2] / sizes[0], 0.7, 1.4);
    }

    private static DiscourseExample Example(Labelled labelled) => labelled switch
    {
        Labelled.Arxiv => InventedCorpus.Arxiv("kites"),
        Labelled.Crowd => InventedCorpus.Crowd("kites"),
        _ => InventedCorpus.Argument("kites"),
    };

    private static DiscourseNetwork Network(DiscourseExample example)
    {
        var index = new FeatureIndex([example], [], 1, 1);
        index.Apply([example]);
        return new(index.Keys.Length, new DiscourseSettings(), seed: 3);
    }

    private static void AddGradients(DiscourseNetwork network, DiscourseExample example)
    {
        var tape = new Tape();
        DiscourseLoss.AddGradients(network, network.Forward(tape, example, learns: false), example, readsTitle: false);
        tape.Backward();
    }
}
