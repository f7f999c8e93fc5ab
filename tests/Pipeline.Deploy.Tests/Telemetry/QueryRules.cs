namespace Pipeline.Deploy.Tests.Telemetry;

/// <summary>A query asks only for what is emitted.</summary>
internal static class QueryRules
{
    // Prometheus itself adds these to whatever it scrapes.
    private static readonly string[] OfPrometheus = ["job", "instance"];

    public static IEnumerable<string> Violations(
        IEnumerable<(string Name, string Expression)> queries, IReadOnlyDictionary<string, IReadOnlySet<string>> emitted)
        => queries.SelectMany(query => Violations(Query.Parse(query.Expression), emitted).Select(reason => $"{query.Name}: {reason}"));

    private static IEnumerable<string> Violations(Query query, IReadOnlyDictionary<string, IReadOnlySet<string>> emitted)
    {
        if (query.Metrics.Count == 0)
        {
            yield return "asks for no metric";
        }

        foreach (var metric in query.Metrics.Where(metric => metric != "up"))
        {
            if (!emitted.TryGetValue(metric, out var labels))
            {
                yield return $"nothing emits {metric}";
                continue;
            }

            foreach (var label in query.Labels.Where(label => !labels.Contains(label) && !OfPrometheus.Contains(label)))
            {
                yield return $"{metric} has no label {label}";
            }
        }
    }
}
