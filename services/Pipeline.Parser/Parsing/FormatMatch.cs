namespace Pipeline.Parser.Parsing;

/// <summary>How well a listing fits a format.</summary>
/// <param name="Confidence">0 (not this format) to 1 (certainly).</param>
/// <param name="Reason">What was seen or missed, for people: <c>no line is a JSON object with a title</c>.</param>
public readonly record struct FormatMatch(double Confidence, string Reason)
{
    /// <summary>Not this format, because of what was missed.</summary>
    public static FormatMatch None(string reason) => new(0, reason);
}
