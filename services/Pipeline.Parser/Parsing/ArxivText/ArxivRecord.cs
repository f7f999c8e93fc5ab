namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>One entry of arXiv's text forms, cut into its parts.</summary>
/// <param name="Line">Line of its first field, from 1.</param>
/// <param name="Header">Lines between its first two marks.</param>
/// <param name="Abstract">Lines behind them; empty when it has none.</param>
internal sealed record ArxivRecord(int Line, IReadOnlyList<string> Header, IReadOnlyList<string> Abstract)
{
    /// <summary>Whether it is over the limit; its lines are then not kept.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Whether the file ended in it.</summary>
    public bool IsCutOff { get; init; }
}
