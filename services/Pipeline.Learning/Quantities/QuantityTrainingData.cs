namespace Pipeline.Learning.Quantities;

/// <summary>Reads what the quantities model is trained on from a data folder.</summary>
public static class QuantityTrainingData
{
    private const int OtherAbstracts = 2000;

    /// <summary>Trains on the data of a folder and on the labels of a file.</summary>
    /// <returns>The model file.</returns>
    /// <exception cref="GoldFileException">A file cannot be read.</exception>
    public static async Task<byte[]> TrainAsync(string data, string labels, CancellationToken cancellationToken)
    {
        var abstractsPath = Path.Combine(data, "arxiv-topics", "train.jsonl.gz");
        var measurements = await QuantityGold.ReadAsync(Path.Combine(data, "measeval", "train.jsonl"), null, cancellationToken);
        var labelled = await QuantityGold.ReadAsync(labels, abstractsPath, cancellationToken);
        var known = labelled.Select(text => text.Id).ToHashSet(StringComparer.Ordinal);
        var others = new List<string>();
        await foreach (var row in AbstractFile.ReadAllAsync(abstractsPath, cancellationToken))
        {
            if (others.Count == OtherAbstracts)
            {
                break;
            }

            if (!known.Contains(row.Id))
            {
                others.Add(row.Abstract);
            }
        }

        return QuantityTraining.Train(measurements, QuantityHalves.Take(labelled, QuantityHalf.Train), others);
    }
}
