namespace Pipeline.Standalone.Diagnosis;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, and somebody should know.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Fix">What to do; null where there is nothing to do.</param>
internal sealed record Finding(string Check, Severity Severity, string Text, string? Fix = null)
{
    public static Finding Ok(string check, string text) => new(check, Severity.Ok, text);

    public static Finding Warning(string check, string text, string fix) => new(check, Severity.Warning, text, fix);

    public static Finding Failed(string check, string text, string fix) => new(check, Severity.Failed, text, fix);
}

/// <summary>Looks at one part of the pipeline, and changes nothing.</summary>
internal interface ICheck
{
    /// <summary>Looks. A part that does not answer is a finding, not an exception.</summary>
    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}
