using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Discourse;

/// <summary>Joins trained networks into one model and makes it small.</summary>
internal static class DiscourseExport
{
    // On the noisy labels of the crowd the average of linear models helps; everywhere else the student alone is better.
    private const float CrowdShare = 0.5f;
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
        student.Wide.Row(feature)[..DiscourseHead.Outputs].CopyTo(outputs);
        var crowd = outputs.Slice(DiscourseHead.CrowdRoles.Offset, DiscourseHead.CrowdRoles.Labels);
        Blend(crowd, linear.Select(network => network.Wide.Row(feature).Slice(DiscourseHead.CrowdRoles.Offset, DiscourseHead.CrowdRoles.Labels).ToArray()));
        return row;
    }

    private static void Blend(Span<float> weights, IEnumerable<float[]> linear)
    {
        var others = linear.ToList();
        foreach (ref var weight in weights)
        {
            weight *= 1 - CrowdShare;
        }

        foreach (var other in others)
        {
            Vectors.Add(weights, other, CrowdShare / others.Count);
        }
    }

    private static IEnumerable<float> Kept(Weights output)
        => output.Value
            .Select((weight, i) => (weight, output: i % DiscourseNetwork.Outputs))
            .Where(item => item.output < DiscourseHead.Outputs)
            .Select(item => IsCrowd(item.output) ? (1 - CrowdShare) * item.weight : item.weight);

    private static bool IsCrowd(int output)
        => output >= DiscourseHead.CrowdRoles.Offset && output < DiscourseHead.CrowdRoles.Offset + DiscourseHead.CrowdRoles.Labels;

    private static float[] ChainOf(int chain, DiscourseNetwork student, DiscourseNetwork[] linear)
    {
        var weights = student.Chains[chain].Value.ToArray();
        if (DiscourseHead.Chains[chain] == DiscourseHead.CrowdRoles)
        {
            Blend(weights, linear.Select(network => network.Chains[chain].Value));
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
            .OrderByDescending(i => Vectors.Dot(rows[i], rows[i]) * (counts[i] + 1))
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
