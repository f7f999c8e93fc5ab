using Microsoft.Extensions.Logging;

namespace Pipeline.Parser;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Parsed {Name}: {Papers} papers, {New} new, {Changed} changed, {Rejected} rejected")]
    public static partial void Parsed(this ILogger logger, string name, int papers, int @new, int changed, int rejected);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Read {Papers} papers of {Name}, not all of it: {Reason}")]
    public static partial void BrokenOff(this ILogger logger, string name, int papers, string reason);
}
