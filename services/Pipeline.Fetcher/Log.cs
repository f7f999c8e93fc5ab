using Microsoft.Extensions.Logging;

namespace Pipeline.Fetcher;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Name}, {Bytes} bytes")]
    public static partial void Fetched(this ILogger logger, string name, long bytes);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Left {Name} alone: unchanged since it was last parsed")]
    public static partial void Unchanged(this ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refused {Name}: {Bytes} bytes, more than Fetcher:MaxFileBytes = {Limit}")]
    public static partial void FileTooLarge(this ILogger logger, string name, long bytes, long limit);

    [LoggerMessage(Level = LogLevel.Error, Message = "Left {Name} out: it cannot be read: {Reason}")]
    public static partial void FileUnreadable(this ILogger logger, string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {SourceId} is not configured, or its directory does not exist: set Fetcher:Directories:{SourceId}")]
    public static partial void SourceUnknown(this ILogger logger, string sourceId);
}
