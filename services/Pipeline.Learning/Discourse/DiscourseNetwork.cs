using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Discourse;

/// <summary>The discourse model while it learns: <see cref="DiscourseModel"/> with derivatives, and one output more that only training needs.</summary>
internal sealed class DiscourseNetwork
{
    private const float InputBound = 0.3f;
    private const int ArgumentLabels = 3;

    /// <summary>Outputs with those of claim and evidence, which teach the layers and are then dropped.</summary>
    public const int Outputs = DiscourseHead.Outputs + ArgumentLabels;

    private readonly DiscourseSettings _settings;
    private readonly Random _random;

    public DiscourseNetwork(int features, DiscourseSettings settings, int seed)
    {
        _settings = settings;
        _random = new(seed);
        Wide = new(features, Outputs, null, 0);
        Deep = new(features, ContextNetwork.Inputs, _random, InputBound);
        First = new(ContextNetwork.Inputs * (ContextNetwork.Near.Length + 1), ContextNetwork.Hidden, _random);
        Second = new(ContextNetwork.Hidden * ContextNetwork.Next.Length, ContextNetwork.Hidden, _random);
        Output = new(ContextNetwork.Joined, Outputs, _random);
        FirstBias = new(1, ContextNetwork.Hidden);
        SecondBias = new(1, ContextNetwork.Hidden);
        OutputBias = new(1, Outputs);
        Chains = [.. DiscourseHead.Chains.Select(head => new Weights(1, LabelChain.WeightsOf(head.Labels)))];
    }

    public Table Wide { get; }

    public Table Deep { get; }

    public Weights First { get; }

    public Weights FirstBias { get; }

    public Weights Second { get; }

    public Weights SecondBias { get; }

    public Weights Output { get; }

    public Weights OutputBias { get; }

    private Weights[] Layers => [First, FirstBias, Second, SecondBias, Output, OutputBias, .. Chains];

    /// <summary>Weights of each chain, see <see cref="LabelChain"/>.</summary>
    public Weights[] Chains { get; }

    /// <summary>Scores of all sentences.</summary>
    /// <param name="tape">Records what is done.</param>
    /// <param name="example">The abstract.</param>
    /// <param name="learns">Leaves out features and values by chance.</param>
    /// <param name="readsTitle">Whether it sees what the sentences have in common with the title.</param>
    public Node Forward(Tape tape, DiscourseExample example, bool learns, bool readsTitle = true)
    {
        var (rows, shares) = Features(readsTitle ? example.Rows : example.PlainRows, example, learns);
        var wide = tape.Bag(Wide, rows, shares);
        return _settings.Context ? tape.Sum(wide, Context(tape, tape.Bag(Deep, rows, shares), learns)) : wide;
    }

    /// <summary>One step against the gradients.</summary>
    /// <param name="pace">Factor for the rates, from 1 falling.</param>
    public void Step(float pace)
    {
        Wide.Step(_settings.TableRate * pace, _settings.TableDecay);
        foreach (var chain in Chains)
        {
            chain.Step(_settings.Rate * pace, 0);
        }

        if (_settings.Context)
        {
            Deep.Step(_settings.TableRate * pace, _settings.TableDecay);
            foreach (var weights in (Weights[])[First, FirstBias, Second, SecondBias, Output, OutputBias])
            {
                weights.Step(_settings.Rate * pace, _settings.Decay);
            }
        }
    }

    /// <summary>Takes the weights as they are now into their average.</summary>
    public void Remember()
    {
        Wide.Remember();
        Deep.Remember();
        foreach (var weights in Layers)
        {
            weights.Remember();
        }
    }

    /// <summary>Puts the average in place of the weights.</summary>
    public void TakeAverage()
    {
        Wide.TakeAverage();
        Deep.TakeAverage();
        foreach (var weights in Layers)
        {
            weights.TakeAverage();
        }
    }

    private Node Context(Tape tape, Node inputs, bool learns)
    {
        var a = Drop(tape, tape.Tanh(inputs), _settings.DropInputs, learns);
        var near = tape.Beside(tape.Window(a, ContextNetwork.Near), tape.Mean(a));
        var first = Drop(tape, tape.Relu(tape.Linear(near, First, FirstBias)), _settings.DropHidden, learns);
        var second = Drop(tape, tape.Relu(tape.Linear(tape.Window(first, ContextNetwork.Next), Second, SecondBias)), _settings.DropHidden, learns);
        return tape.Linear(tape.Beside(a, first, second), Output, OutputBias);
    }

    private Node Drop(Tape tape, Node node, float share, bool learns) => learns ? tape.Drop(node, share, _random) : node;

    private (int[][] Rows, float[] Shares) Features(int[][] known, DiscourseExample example, bool learns)
    {
        var shares = example.Hashes.Select(hashes => 1 / MathF.Sqrt(Math.Max(1, hashes.Length))).ToArray();
        if (!learns)
        {
            return (known, shares);
        }

        var kept = 1 - _settings.DropFeatures;
        return (
            [.. known.Select(rows => rows.Where(_ => _random.NextSingle() < kept).ToArray())],
            [.. shares.Select(share => share / kept)]);
    }
}
