namespace Pipeline.Learning.Evaluation.Scores;

/// <summary>What one could say of a sentence that knows only its place: the share of each class there, learned from labelled abstracts.</summary>
internal sealed class PlaceShares
{
    // Places are told apart by their distance to either end, up to this one.
    private const int Farthest = 5;

    private readonly int _classes;
    private readonly int[] _counts;
    private readonly int _total;
    private readonly double _threshold;

    private PlaceShares(int classes, int[] counts)
    {
        _classes = classes;
        _counts = counts;
        _total = counts.Sum();
        if (classes == 2)
        {
            _threshold = BestThreshold();
        }
    }

    /// <summary>The class seen most often; the first of those seen as often.</summary>
    public int Majority => MostFrequent(label => Enumerable.Range(0, PlaceCount).Sum(place => _counts[(place * _classes) + label]));

    private static int PlaceCount => (Farthest + 1) * (Farthest + 1);

    /// <summary>Counts classes by place.</summary>
    /// <returns>Null when no sentence has a label.</returns>
    public static PlaceShares? Learn(int classes, IEnumerable<(int Place, int Label)> sentences)
    {
        var counts = new int[PlaceCount * classes];
        foreach (var (place, label) in sentences)
        {
            counts[(place * classes) + label]++;
        }

        var shares = new PlaceShares(classes, counts);
        return shares._total == 0 ? null : shares;
    }

    /// <summary>The place of a sentence among the sentences of its abstract.</summary>
    public static int PlaceOf(int index, int count)
        => (Math.Min(index, Farthest) * (Farthest + 1)) + Math.Min(count - 1 - index, Farthest);

    /// <summary>The class at a place: the most frequent one; of yes and no, yes from that share on which gave the best F1.</summary>
    public int Predict(int place)
    {
        if (_classes == 2)
        {
            return ShareOfYes(place) >= _threshold ? 1 : 0;
        }

        var isKnown = Enumerable.Range(0, _classes).Any(label => _counts[(place * _classes) + label] > 0);
        return isKnown ? MostFrequent(label => _counts[(place * _classes) + label]) : Majority;
    }

    private int MostFrequent(Func<int, int> count) => Enumerable.Range(0, _classes).MaxBy(count);

    private double ShareOfYes(int place)
    {
        var (no, yes) = (_counts[place * 2], _counts[(place * 2) + 1]);
        return yes == 0 ? 0 : (double)yes / (yes + no);
    }

    private double BestThreshold() => Enumerable.Range(0, PlaceCount).Select(ShareOfYes).Where(share => share > 0).DefaultIfEmpty(1).Distinct()
        .OrderDescending()
        .MaxBy(threshold => YesFrom(threshold).F1 ?? 0);

    private ClassScore YesFrom(double threshold)
    {
        var places = Enumerable.Range(0, PlaceCount).ToList();
        var given = places.Where(place => ShareOfYes(place) >= threshold).ToList();
        return new(places.Sum(place => _counts[(place * 2) + 1]), given.Sum(place => _counts[place * 2] + _counts[(place * 2) + 1]), given.Sum(place => _counts[(place * 2) + 1]));
    }
}
