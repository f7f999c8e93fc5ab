using System.Text;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>Makes spellings of a topic's name meet: case and signs between words do not count, so "Q&amp;A" is "q a".</summary>
internal static class TopicKey
{
    /// <summary>Runs of letters and digits, lower case, joined by one space; empty when there is none.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        var parted = false;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                parted = key.Length > 0;
                continue;
            }

            if (parted)
            {
                key.Append(' ');
                parted = false;
            }

            key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
