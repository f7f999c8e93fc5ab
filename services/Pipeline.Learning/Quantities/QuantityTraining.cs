using Pipeline.ClaimExtractor.Extraction.Quantities;

namespace Pipeline.Learning.Quantities;

/// <summary>Trains the quantities model. Equal texts give equal bytes.</summary>
public static class QuantityTraining
{
    private const int Seed = 20;

    // The mean of several orders of the examples depends less on luck than one does.
    private const int Orders = 10;

    private const int Epochs = 30;
    private const double Rate = 0.05;
    private const double Decay = 0.1;
    private const double LabelledAbstractImportance = 2;

    // A text too short to tell is taken for computer science.
    private const double NoEvidence = -2;

    private const int WordEpochs = 8;
    private const double WordRate = 0.1;
    private const double WordDecay = 0.0005;

    /// <summary>Trains on texts of both kinds.</summary>
    /// <param name="measurements">Labelled reports of measurements.</param>
    /// <param name="abstracts">Labelled abstracts of computer science.</param>
    /// <param name="others">Abstracts without labels, to tell the two kinds apart.</param>
    /// <returns>The model file.</returns>
    public static byte[] Train(IReadOnlyList<GoldText> measurements, IReadOnlyList<GoldText> abstracts, IReadOnlyList<string> others)
    {
        List<QuantityExample> examples =
        [
            .. measurements.SelectMany(text => QuantityExamples.Of(text, measures: true)),
            .. abstracts.SelectMany(text => QuantityExamples.Of(text, measures: false)),
        ];
        var decisions = Decisions(examples);
        var words = Words([.. measurements.Select(text => text.Text)], [.. abstracts.Select(text => text.Text), .. others]);
        return QuantityModel.Save(decisions, words.Weights, words.Bias);
    }

    private static double[] Decisions(List<QuantityExample> examples)
    {
        var rows = examples.ConvertAll(example => (Slots: Slots(example), example.Answer, Importance: example.Measures ? 1 : LabelledAbstractImportance));
        var mean = new double[QuantityModel.TableSize];
        for (var order = 0; order < Orders; order++)
        {
            var model = new SparseLogistic(QuantityModel.TableSize, Rate, Decay);
            Repeat(model, rows, Epochs, Seed + order, row => model.Learn(row.Slots, 1, row.Answer, row.Importance));
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += model.Weights[i] / Orders;
            }
        }

        return mean;
    }

    private static int[] Slots(QuantityExample example)
    {
        var slots = new int[2 * example.Features.Length];
        for (var i = 0; i < example.Features.Length; i++)
        {
            slots[2 * i] = QuantityModel.SharedSlot(example.Decision, example.Features[i]);
            slots[(2 * i) + 1] = QuantityModel.KindSlot(example.Decision, example.Features[i], example.Measures);
        }

        return slots;
    }

    private static SparseLogistic Words(IReadOnlyList<string> measurements, IReadOnlyList<string> abstracts)
    {
        var rows = measurements.Select(text => (Slots: WordSlots(text), Answer: true))
            .Concat(abstracts.Select(text => (Slots: WordSlots(text), Answer: false)))
            .Where(row => row.Slots.Length > 0).ToList();
        var model = new SparseLogistic(QuantityModel.WordTableSize, WordRate, WordDecay) { Bias = NoEvidence };
        Repeat(model, rows, WordEpochs, Seed, row => model.Learn(row.Slots, 1 / Math.Sqrt(row.Slots.Length), row.Answer, 1));
        return model;
    }

    private static int[] WordSlots(string text)
    {
        var tokens = QuantityExamples.Tokens(text);
        var slots = new List<int>();
        for (var i = 0; i < tokens.Sentences.Count; i++)
        {
            var view = tokens.ViewOf(i);
            for (var j = 0; j < view.Count; j++)
            {
                slots.Add(QuantityModel.WordSlot(view, j));
            }
        }

        return [.. slots];
    }

    // The mean over the later epochs depends less on the order of the last examples than the last weights do.
    private static void Repeat<T>(SparseLogistic model, List<T> rows, int times, int seed, Action<T> learn)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var epoch = 0; epoch < times; epoch++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                learn(rows[row]);
            }

            if (epoch >= times / 3)
            {
                model.AddToMean();
            }
        }

        model.TakeMean();
    }
}
