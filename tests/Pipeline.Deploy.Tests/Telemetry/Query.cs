using System.Text.RegularExpressions;

namespace Pipeline.Deploy.Tests.Telemetry;

/// <summary>What a PromQL expression asks for.</summary>
/// <param name="Metrics">Names of metrics.</param>
/// <param name="Labels">Labels it matches or groups by.</param>
internal sealed partial record Query(IReadOnlyList<string> Metrics, IReadOnlyList<string> Labels)
{
    private static readonly string[] Words = ["and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "bool", "offset", "inf", "nan"];

    public static Query Parse(string expression)
    {
        var labels = new List<string>();
        var rest = Quoted().Replace(expression, "");
        rest = Matchers().Replace(rest, match => Take(match, Name().Matches(match.Groups["labels"].Value)));
        rest = Grouping().Replace(rest, match => Take(match, Name().Matches(match.Groups["labels"].Value)));
        rest = Range().Replace(rest, " ");
        var metrics = Name().Matches(rest)
            .Where(match => !Words.Contains(match.Value) && !Call().IsMatch(rest[(match.Index + match.Length)..]))
            .Select(match => match.Value);
        return new([.. metrics.Distinct(StringComparer.Ordinal)], [.. labels.Distinct(StringComparer.Ordinal)]);

        string Take(Match match, MatchCollection names)
        {
            labels.AddRange(names.Select(name => name.Value));
            return " ";
        }
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{(?<labels>[^}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\w:$])[A-Za-z_:][\w:]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*\(")]
    private static partial Regex Call();
}
