namespace Pipeline.Learning.Topics;

/// <summary>A paper as numbers: the rows of its n-grams with their values, of length 1 together, and its topics.</summary>
internal sealed class TopicExample
{
    public required int[] Rows { get; init; }

    public required float[] Values { get; init; }

    /// <summary>Numbers of its labels, ascending.</summary>
    public required int[] Labels { get; init; }

    public bool Has(int label) => Array.BinarySearch(Labels, label) >= 0;
}
