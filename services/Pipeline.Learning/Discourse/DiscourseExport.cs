using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Discourse;

/// <summary>Joins trained networks into one model and makes it small.</summary>
internal static class DiscourseExport
{
    // Linear models are averaged in their weights; student and linear models count the same.
    private const float StudentShare = 0.5f;
    private const int MostFeatures = 44_000;
    private const float Largest = sbyte.MaxValue;

    /// <summary>Averages, leaves out the features that say least, rounds the weights, and chooses sharpness and thresholds on the dev part.</summary>
    public static DiscourseWeights Combine(uint[] keys, DiscourseNetwork student, DiscourseNetwork[] linear, DiscourseCorpus corpus)
    {
        var rows = new float[keys.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = RowOf(i, student, linear);
        }

        var kept = Important(rows, corpus.Train);
        var scales = Scales(rows, kept);
        var weights = new DiscourseWeights
        {
            Keys = [.. kept.Select(i => keys[i])],
            Rows = [.. kept.SelectMany(i => rows[i].Select((weight, column) => (sbyte)Math.Clamp(MathF.Round(weight / scales[column]), -Largest, Largest)))],
            Scales = scales,
            First = [.. student.First.Value, .. student.FirstBias.Value],
            Second = [.. student.Second.Value, .. student.SecondBias.Value],
            Output = [.. Kept(student.Output), .. Kept(student.OutputBias)],
            Chains = [.. DiscourseHead.Chains.SelectMany((_, chain) => ChainOf(chain, student, linear))],
            Sharpness = [.. DiscourseHead.Chains.Select(_ => 1f)],
            ClaimThreshold = 0.5f,
            MainThreshold = 0.5f,
        };
        return DiscourseCalibration.Choose(weights, corpus.Dev);
    }

    private static float[] RowOf(int feature, DiscourseNetwork student, DiscourseNetwork[] linear)
    {
        var row = new float[FeatureTable.Columns];
        student.Deep.Row(feature).CopyTo(row);
        var outputs = row.AsSpan(ContextNetwork.Inputs);
        Tape.Add(outputs, student.Wide.Row(feature)[..DiscourseHead.Outputs], StudentShare);
        foreach (var network in linear)
        {
            Tape.Add(outputs, network.Wide.Row(feature)[..DiscourseHead.Outputs], (1 - StudentShare) / linear.Length);
        }

        return row;
    }

    private static IEnumerable<float> Kept(Weights output)
        => output.Value.Where((_, i) => i % DiscourseNetwork.Outputs < DiscourseHead.Outputs).Select(weight => StudentShare * weight);

    private static float[] ChainOf(int chain, DiscourseNetwork student, DiscourseNetwork[] linear)
    {
        var weights = new float[student.Chains[chain].Value.Length];
        Tape.Add(weights, student.Chains[chain].Value, StudentShare);
        foreach (var network in linear)
        {
            Tape.Add(weights, network.Chains[chain].Value, (1 - StudentShare) / linear.Length);
        }

        return weights;
    }

    // A feature matters by how far it moves the scores, and in how many sentences.
    private static int[] Important(float[][] rows, List<DiscourseExample> examples)
    {
        var counts = new int[rows.Length];
        foreach (var row in examples.SelectMany(example => example.Rows).SelectMany(sentence => sentence))
        {
            counts[row]++;
        }

        return [.. Enumerable.Range(0, rows.Length)
            .OrderByDescending(i => Tape.Dot(rows[i], rows[i]) * (counts[i] + 1))
            .ThenBy(i => i)
            .Take(MostFeatures)
            .Order()];
    }

    private static float[] Scales(float[][] rows, int[] kept)
    {
        var scales = new float[FeatureTable.Columns];
        for (var column = 0; column < scales.Length; column++)
        {
            scales[column] = Math.Max(1e-6f, kept.Max(i => MathF.Abs(rows[i][column])) / Largest);
        }

        return scales;
    }
}
