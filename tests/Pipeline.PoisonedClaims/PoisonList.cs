namespace Pipeline.PoisonedClaims;

/// <summary>What a paper does to the worker that saves its claims.</summary>
public enum Poison
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is refused, as what can never work is.</summary>
    Refused,

    /// <summary>It fails each time, as what may work later does.</summary>
    Failing,

    /// <summary>It ends the process.</summary>
    Killing,
}

/// <summary>Papers that are poison, one a line: the kind, a space, the key.</summary>
public static class PoisonList
{
    /// <summary>Reads a list; a file that does not exist holds none.</summary>
    public static IReadOnlyDictionary<string, Poison> Read(string path)
        => File.Exists(path)
            ? File.ReadLines(path).Select(line => line.Split(' ', 2)).ToDictionary(parts => parts[1], parts => Enum.Parse<Poison>(parts[0]), StringComparer.Ordinal)
            : new Dictionary<string, Poison>();

    /// <summary>Writes a list.</summary>
    public static Task WriteAsync(string path, IEnumerable<KeyValuePair<string, Poison>> papers, CancellationToken cancellationToken)
        => File.WriteAllLinesAsync(path, papers.Select(paper => $"{paper.Value} {paper.Key}"), cancellationToken);
}
