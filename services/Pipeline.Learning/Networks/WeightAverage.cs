namespace Pipeline.Learning.Networks;

/// <summary>The mean of weights at several times of training, which errs less than the last of them (Polyak and Juditsky 1992).</summary>
internal sealed class WeightAverage(float[] weights)
{
    private float[]? _sum;
    private int _times;

    /// <summary>Takes the weights as they are now.</summary>
    public void Add()
    {
        _sum ??= new float[weights.Length];
        _times++;
        Vectors.Add(_sum, weights, 1);
    }

    /// <summary>Sets the weights to the mean of those taken.</summary>
    public void Take()
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _sum![i] / _times;
        }

        (_sum, _times) = (null, 0);
    }
}
