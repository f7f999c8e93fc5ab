using Microsoft.Extensions.Logging;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Keeps what was logged as a warning or an error.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    private readonly List<string> _errors = [];
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Errors => _errors;

    public IReadOnlyList<string> Warnings => _warnings;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel is LogLevel.Error or LogLevel.Warning)
        {
            (logLevel == LogLevel.Error ? _errors : _warnings).Add(formatter(state, exception));
        }
    }
}
