using Pipeline.ClaimExtractor.Extraction.Discourse;

namespace Pipeline.Learning.Discourse;

/// <summary>Chooses on labelled abstracts how sure a model may sound, and from which probability on it says yes.</summary>
internal static class DiscourseCalibration
{
    private static readonly float[] Sharpnesses = [.. Enumerable.Range(8, 33).Select(i => i * 0.05f)];
    private static readonly float[] Thresholds = [.. Enumerable.Range(20, 51).Select(i => i * 0.01f)];

    /// <summary>The same weights with the sharpness of least log-loss for each chain, and the thresholds of the best F1.</summary>
    public static DiscourseWeights Choose(DiscourseWeights weights, IReadOnlyList<DiscourseExample> dev)
    {
        for (var chain = 0; chain < DiscourseHead.Chains.Length; chain++)
        {
            var labelled = dev.Where(example => example.Labels[chain] is not null).ToList();
            weights = Sharpnesses.Select(sharpness => With(weights, chain, sharpness)).MinBy(choice => Loss(choice, chain, labelled))!;
        }

        var model = new DiscourseModel(weights);
        return weights with
        {
            ClaimThreshold = Best(dev, DiscourseHead.Claims, example => [.. Enumerable.Range(0, example.Count).Select(model.Read(example.Title, example.Text).ClaimOf)]),
            MainThreshold = Best(dev, DiscourseHead.MedicalMain, example => model.Read(example.Title, example.Text).Main),
        };
    }

    private static DiscourseWeights With(DiscourseWeights weights, int chain, float sharpness)
    {
        var all = weights.Sharpness.ToArray();
        all[chain] = sharpness;
        return weights with { Sharpness = all };
    }

    private static double Loss(DiscourseWeights weights, int chain, List<DiscourseExample> examples)
    {
        const double least = 1e-6;
        var model = new DiscourseModel(weights);
        var loss = 0.0;
        foreach (var example in examples)
        {
            var answers = model.Answers(example.Title, example.Text)[chain];
            var labels = example.Labels[chain]!;
            for (var i = 0; i < labels.Length; i++)
            {
                loss -= (example.Weights?[i] ?? 1) * Math.Log(Math.Max(least, answers[(i * DiscourseHead.Chains[chain].Labels) + labels[i]]));
            }
        }

        return loss;
    }

    private static float Best(IReadOnlyList<DiscourseExample> dev, DiscourseHead head, Func<DiscourseExample, double[]> read)
    {
        var chain = Array.IndexOf(DiscourseHead.Chains, head);
        var scored = dev.Where(example => example.Labels[chain] is not null)
            .SelectMany(example => read(example).Zip(example.Labels[chain]!, (score, label) => (score, isYes: label > 0)))
            .ToList();
        return Thresholds.MaxBy(threshold => F1(scored, threshold));
    }

    private static double F1(List<(double Score, bool IsYes)> scored, float threshold)
    {
        var hits = scored.Count(item => item.IsYes && item.Score >= threshold);
        return 2.0 * hits / (scored.Count(item => item.Score >= threshold) + scored.Count(item => item.IsYes));
    }
}
