namespace Pipeline.TopicClassifier.Classification;

/// <summary>A taxonomy file cannot be used; the message names the entry and what is wrong with it.</summary>
public sealed class TaxonomyException : Exception
{
    public TaxonomyException()
    {
    }

    public TaxonomyException(string message)
        : base(message)
    {
    }

    public TaxonomyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
