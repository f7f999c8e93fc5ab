using System.Runtime.InteropServices;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>What sentences do in an abstract and which of them are claims, learned from labelled abstracts.</summary>
/// <remarks>
/// Features of a sentence lead to the outputs directly (a linear model) and through two layers that see its neighbours; labels
/// are then read over the whole abstract. Where two kinds of abstract were labelled by different conventions, the answers of
/// both are weighed by how much the abstract is of each kind. Stateless: one instance serves all threads.
/// </remarks>
internal sealed class DiscourseModel
{
    /// <summary>Averaged over an abstract, the scores of its kind are this many times as sure.</summary>
    public const float RegisterSharpness = 4;

    private readonly DiscourseWeights _weights;
    private readonly FeatureTable _table;
    private readonly ContextNetwork _context;
    private readonly LabelChain[] _chains;

    public DiscourseModel(DiscourseWeights weights)
    {
        _weights = weights;
        _table = new(weights.Keys, weights.Rows);
        _context = new(weights.First, weights.Second, weights.Output);
        _chains = new LabelChain[DiscourseHead.Chains.Length];
        var at = 0;
        for (var i = 0; i < _chains.Length; i++)
        {
            var labels = DiscourseHead.Chains[i].Labels;
            _chains[i] = new(labels, weights.Chains.AsSpan(at), weights.Sharpness[i]);
            at += LabelChain.WeightsOf(labels);
        }
    }

    /// <summary>From this probability on a sentence is a claim.</summary>
    public double ClaimThreshold => _weights.ClaimThreshold;

    /// <summary>From this probability on a sentence states what the paper concludes.</summary>
    public double MainThreshold => _weights.MainThreshold;

    /// <summary>Reads all sentences of an abstract.</summary>
    public DiscourseReading Read(string title, TokenizedText text)
    {
        var count = text.Sentences.Count;
        var outputs = Outputs(title, text);
        var answers = Answers(outputs, count);
        Span<double> registers = stackalloc double[DiscourseHead.Registers.Labels];
        ReadRegisters(outputs, count, registers);
        var (crowd, arxiv, medical) = (registers[(int)Register.Crowd], registers[(int)Register.Arxiv], registers[(int)Register.Medical]);
        return new(
            Mix(answers[0], answers[1], crowd / (crowd + arxiv)),
            answers[2],
            Second(Mix(answers[3], answers[4], medical / (medical + arxiv))),
            crowd / (crowd + arxiv));
    }

    /// <summary>What each chain says by itself, as probabilities.</summary>
    public double[][] Answers(string title, TokenizedText text) => Answers(Outputs(title, text), text.Sentences.Count);

    /// <summary>How much the abstract is of each kind, as probabilities in the order of <see cref="Register"/>.</summary>
    public double[] RegistersOf(string title, TokenizedText text)
    {
        var registers = new double[DiscourseHead.Registers.Labels];
        ReadRegisters(Outputs(title, text), text.Sentences.Count, registers);
        return registers;
    }

    private double[][] Answers(float[] outputs, int count)
    {
        var answers = new double[DiscourseHead.Chains.Length][];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = Answer(i, outputs, count);
        }

        return answers;
    }

    private float[] Outputs(string title, TokenizedText text)
    {
        var count = text.Sentences.Count;
        var titles = TitleOverlap.Of(title, text);
        var inputs = new float[count * ContextNetwork.Inputs];
        var outputs = new float[count * DiscourseHead.Outputs];
        var features = new List<uint>(256);
        Span<int> sums = stackalloc int[FeatureTable.Columns];
        for (var i = 0; i < count; i++)
        {
            features.Clear();
            SentenceFeatures.Append(text.ViewOf(i), i, count, features);
            SentenceFeatures.AppendTitle(titles[i], count - 1 - i, features);
            _table.Sum(CollectionsMarshal.AsSpan(features), sums);
            var share = 1 / MathF.Sqrt(Math.Max(1, features.Count));
            for (var k = 0; k < ContextNetwork.Inputs; k++)
            {
                inputs[(i * ContextNetwork.Inputs) + k] = MathF.Tanh(sums[k] * _weights.Scales[k] * share);
            }

            for (var k = 0; k < DiscourseHead.Outputs; k++)
            {
                outputs[(i * DiscourseHead.Outputs) + k] = sums[ContextNetwork.Inputs + k] * _weights.Scales[ContextNetwork.Inputs + k] * share;
            }
        }

        _context.AddTo(inputs, outputs, count);
        return outputs;
    }

    private double[] Answer(int chain, float[] outputs, int count)
    {
        var head = DiscourseHead.Chains[chain];
        var scores = new double[count * head.Labels];
        for (var i = 0; i < count; i++)
        {
            for (var label = 0; label < head.Labels; label++)
            {
                scores[(i * head.Labels) + label] = outputs[(i * DiscourseHead.Outputs) + head.Offset + label] * _weights.Sharpness[chain];
            }
        }

        _chains[chain].Replace(scores);
        return scores;
    }

    private static void ReadRegisters(float[] outputs, int count, Span<double> registers)
    {
        registers.Clear();
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < registers.Length; k++)
            {
                registers[k] += RegisterSharpness * outputs[(i * DiscourseHead.Outputs) + DiscourseHead.Registers.Offset + k] / count;
            }
        }

        var sum = 0.0;
        foreach (ref var register in registers)
        {
            register = Math.Exp(register);
            sum += register;
        }

        foreach (ref var register in registers)
        {
            register /= sum;
        }
    }

    private static double[] Mix(double[] left, double[] right, double share)
    {
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = (share * left[i]) + ((1 - share) * right[i]);
        }

        return left;
    }

    private static double[] Second(double[] pairs)
    {
        var result = new double[pairs.Length / 2];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = pairs[(2 * i) + 1];
        }

        return result;
    }
}
