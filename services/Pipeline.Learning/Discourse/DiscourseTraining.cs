using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Discourse;

/// <summary>Makes the discourse model: teachers learn from the labels, a student from the labels and from what the teachers say of abstracts without.</summary>
/// <remarks>Seeds are fixed and every network learns alone, so the same data give the same bytes on the same kind of machine.</remarks>
public static class DiscourseTraining
{
    private const int Unlabelled = 12_000;
    private const int LeastLabelled = 3;
    private const int LeastUnlabelled = 15;
    private const int Teachers = 3;

    private static readonly DiscourseSettings Deep = new() { Averaged = 3 };
    private static readonly DiscourseSettings Linear = new() { Context = false, Averaged = 4 };
    private static readonly DiscourseSettings Student = new() { Passes = 6, Averaged = 4, DropFeatures = 0.3f, DropInputs = 0.1f, DropHidden = 0.2f, TableDecay = 1e-6f };

    /// <summary>Trains on the data below a folder.</summary>
    /// <param name="data">Folder that holds csabstruct, claim-medline, sciark and arxiv-topics.</param>
    /// <param name="report">Receives a line when a step is done.</param>
    /// <param name="cancellationToken">Stops it between two passes.</param>
    /// <returns>The bytes of the model file.</returns>
    /// <exception cref="GoldFileException">A file is missing or not of its form.</exception>
    public static async Task<byte[]> TrainAsync(string data, Action<string> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var corpus = await DiscourseCorpus.ReadAsync(data, Unlabelled, cancellationToken);
        using var file = new MemoryStream();
        DiscourseModelFile.Write(file, await TrainAsync(corpus, report, cancellationToken));
        return file.ToArray();
    }

    /// <summary>Trains on abstracts that were read before.</summary>
    internal static async Task<DiscourseWeights> TrainAsync(DiscourseCorpus corpus, Action<string> report, CancellationToken cancellationToken)
    {
        var index = new FeatureIndex(corpus.Train, corpus.Unlabelled, LeastLabelled, LeastUnlabelled);
        index.Apply([.. corpus.Train, .. corpus.Dev, .. corpus.Unlabelled]);
        report($"{corpus.Train.Count} labelled abstracts, {corpus.Dev.Count} to choose by, {corpus.Unlabelled.Count} without labels, {index.Keys.Length} features");

        var teachers = new DiscourseNetwork[2 * Teachers];
        await Parallel.ForAsync(0, teachers.Length, cancellationToken, (i, token) =>
        {
            teachers[i] = Learn(corpus.Train, index.Keys.Length, i < Teachers ? Linear : Deep, seed: i + 1, token);
            report($"teacher {i + 1} of {teachers.Length} has learned");
            return ValueTask.CompletedTask;
        });
        var taught = corpus.Unlabelled.Concat(corpus.Train.Where(example => example.Register is not Register.Arxiv)).ToList();
        await Parallel.ForEachAsync(taught, cancellationToken, (example, _) =>
        {
            Teach(example, teachers);
            return ValueTask.CompletedTask;
        });
        report("teachers have read the abstracts without labels");
        var student = Learn([.. corpus.Train, .. corpus.Unlabelled], index.Keys.Length, Student, seed: 100, cancellationToken);
        report("the student has learned");
        return DiscourseExport.Combine(index.Keys, student, teachers[..Teachers], corpus);
    }

    private static DiscourseNetwork Learn(List<DiscourseExample> examples, int features, DiscourseSettings settings, int seed, CancellationToken cancellationToken)
    {
        var network = new DiscourseNetwork(features, settings, seed);
        var order = examples.ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < settings.Passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var pace = 1 - (0.9f * pass / settings.Passes);
            for (var i = 0; i < order.Length; i++)
            {
                var tape = new Tape();
                var readsTitle = random.Next(2) == 0;
                DiscourseLoss.AddGradients(network, network.Forward(tape, order[i], learns: true, readsTitle), order[i], readsTitle);
                tape.Backward();
                if ((i + 1) % settings.Batch == 0 || i == order.Length - 1)
                {
                    network.Step(pace);
                }
            }

            if (pass >= settings.Passes - settings.Averaged)
            {
                network.Remember();
            }
        }

        network.TakeAverage();
        return network;
    }

    // Linear teachers know only the roles of the crowd as well as the others do.
    private static void Teach(DiscourseExample example, DiscourseNetwork[] teachers)
    {
        var scores = teachers.Select(teacher => teacher.Forward(new Tape(), example, learns: false)).ToArray();
        example.Taught = [.. DiscourseHead.Chains.Select((head, chain) =>
        {
            var taught = new double[example.Count * head.Labels];
            var first = head == DiscourseHead.CrowdRoles ? 0 : Teachers;
            for (var t = first; t < teachers.Length; t++)
            {
                var says = DiscourseLoss.Probabilities(teachers[t], chain, scores[t]);
                for (var i = 0; i < taught.Length; i++)
                {
                    taught[i] += says[i] / (teachers.Length - first);
                }
            }

            return taught;
        })];
    }
}
