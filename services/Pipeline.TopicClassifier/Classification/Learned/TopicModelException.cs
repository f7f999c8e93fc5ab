namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>A model of topics cannot be used; the message says why and how to make it again.</summary>
public sealed class TopicModelException : Exception
{
    private const string Remedy = "Make it again with 'pipeline train topics'";

    public TopicModelException()
    {
    }

    public TopicModelException(string problem)
        : base($"{problem}. {Remedy}.")
    {
    }

    public TopicModelException(string problem, Exception innerException)
        : base($"{problem}. {Remedy}.", innerException)
    {
    }
}
