using System.Globalization;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>What makes a taxonomy file usable.</summary>
internal static class TaxonomyRules
{
    public const double MaxPrior = 20;
    public const double MaxWeight = 10;
    public const int MaxTermWords = 6;

    /// <exception cref="TaxonomyException">Something is missing, out of range, unknown or given twice.</exception>
    public static Taxonomy Check(TaxonomyFile file)
    {
        if (file.Format != TaxonomyFile.SupportedFormat)
        {
            throw new TaxonomyException(file.Format is null
                ? "The field format is missing."
                : Invariant($"Format version {file.Format} is unknown; this program reads {TaxonomyFile.SupportedFormat}."));
        }

        var name = Required(file.Name, "The taxonomy", "name");
        var version = Required(file.Version, "The taxonomy", "version");
        if (file.Topics is not { Count: > 0 })
        {
            throw new TaxonomyException("The field topics is missing or empty.");
        }

        TopicDefinition[] topics = [.. file.Topics.Select((entry, index) => Topic(entry, index + 1))];
        TopicTree.Check(topics);
        TopicAliases.Check(topics);
        return new Taxonomy(name, version, topics);
    }

    private static TopicDefinition Topic(TaxonomyFile.TopicEntry? entry, int number)
    {
        var id = Required(entry?.Id, Invariant($"Topic number {number}"), "id");
        var topic = $"Topic {id}";
        return new TopicDefinition
        {
            Id = id,
            Name = Required(entry!.Name, topic, "name"),
            Description = Required(entry.Description, topic, "description"),
            Parent = entry.Parent,
            Aliases = [.. (entry.Aliases ?? []).Select(alias => alias ?? throw new TaxonomyException($"{topic}: an alias is null."))],
            Prior = Prior(entry, topic),
            Terms = Terms(entry, topic),
        };
    }

    private static double Prior(TaxonomyFile.TopicEntry entry, string topic)
    {
        if (entry.Prior is null && entry.Terms is { Count: > 0 })
        {
            throw new TaxonomyException($"{topic}: the field prior is missing.");
        }

        var prior = entry.Prior ?? 0;
        return Math.Abs(prior) <= MaxPrior
            ? prior
            : throw new TaxonomyException(Invariant($"{topic}: the prior {prior} is not within -{MaxPrior} to {MaxPrior}."));
    }

    private static WeightedTerm[] Terms(TaxonomyFile.TopicEntry entry, string topic)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. (entry.Terms ?? new Dictionary<string, double>()).Select(term => Term(term, seen, topic))];
    }

    private static WeightedTerm Term(KeyValuePair<string, double> term, HashSet<string> seen, string topic)
    {
        var words = TermWords.Of(term.Key);
        if (words.Count is 0 or > MaxTermWords)
        {
            throw new TaxonomyException(Invariant($"{topic}: the term \"{term.Key}\" has {words.Count} words, not 1 to {MaxTermWords}."));
        }

        if (!seen.Add(string.Join(' ', words)))
        {
            throw new TaxonomyException($"{topic}: the term \"{term.Key}\" is given twice.");
        }

        return term.Value is > 0 and <= MaxWeight
            ? new WeightedTerm(term.Key, term.Value)
            : throw new TaxonomyException(Invariant($"{topic}: the weight {term.Value} of \"{term.Key}\" is not above 0 and at most {MaxWeight}."));
    }

    private static string Required(string? value, string owner, string field)
        => string.IsNullOrWhiteSpace(value) ? throw new TaxonomyException($"{owner}: the field {field} is missing.") : value;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
