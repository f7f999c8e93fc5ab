namespace Pipeline.Standalone.Output;

/// <summary>Counts as a row of bars, the highest of them full.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>One bar a count; a space for none at all, so that one paper can be told from nothing.</summary>
    public static string Of(IReadOnlyList<long> counts)
    {
        var most = counts.Count == 0 ? 0 : counts.Max();
        return string.Concat(counts.Select(count => count <= 0 ? ' ' : Levels[(int)(((count * Levels.Length) - 1) / most)]));
    }
}
