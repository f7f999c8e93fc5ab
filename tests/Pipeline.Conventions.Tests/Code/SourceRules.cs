using System.Text.RegularExpressions;

namespace Pipeline.Conventions.Tests.Code;

/// <summary>Rules about source text that no analyzer of ours checks.</summary>
internal static partial class SourceRules
{
    /// <summary>Lines at which a file is to be split.</summary>
    public const int MaxLines = 200;

    public static IEnumerable<string> Violations(string path, string source)
    {
        var lines = source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Length;
        if (lines > MaxLines)
        {
            yield return $"{path}: {lines} lines";
        }

        foreach (Match leftover in Leftover().Matches(source))
        {
            yield return $"{path}: {leftover.Value.Trim()}";
        }
    }

    [GeneratedRegex(@"//\s*(TODO|FIXME|HACK|XXX)\b|#region\b|async void\b|#pragma warning disable\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Leftover();
}
