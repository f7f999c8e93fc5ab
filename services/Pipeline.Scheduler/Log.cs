using Microsoft.Extensions.Logging;

namespace Pipeline.Scheduler;

/// <summary>Log messages of schedules, runs, backfills, reprocess runs and the retry ledger.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Step} failed and will be tried again")]
    public static partial void StepFailed(this ILogger logger, Exception exception, string step);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Step} works again")]
    public static partial void StepWorksAgain(this ILogger logger, string step);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: claimed the slot {Slot:u}")]
    public static partial void SlotClaimed(this ILogger logger, string source, DateTimeOffset slot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: was not asked for longer than is caught up; days before {First} need: sources backfill")]
    public static partial void MissedTooLong(this ILogger logger, string source, DateOnly first);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: its schedule is not followed. {Fault}")]
    public static partial void ScheduleWrong(this ILogger logger, string source, string fault);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Source}: dispatched run {Run}")]
    public static partial void Dispatched(this ILogger logger, string source, Guid run);

    [LoggerMessage(Level = LogLevel.Information, Message = "Runs wait: {Pending} papers wait for enrichment, at most {Limit} may")]
    public static partial void Held(this ILogger logger, long pending, long limit);

    [LoggerMessage(Level = LogLevel.Information, Message = "Runs go on: {Pending} papers wait for enrichment")]
    public static partial void Released(this ILogger logger, long pending);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: is failing. {Reason}")]
    public static partial void SourceFails(this ILogger logger, string source, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: works again")]
    public static partial void SourceWorksAgain(this ILogger logger, string source);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: the backfill from {From} to {To} has ended, {Failed} runs failed")]
    public static partial void BackfillEnded(this ILogger logger, string source, DateOnly from, DateOnly to, int failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reprocess run {Run} has ended: {Changed} papers changed, {Unchanged} unchanged, {Overtaken} overtaken, {Failed} failed")]
    public static partial void ReprocessEnded(this ILogger logger, Guid run, long changed, long unchanged, long overtaken, long failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Stage}: sent {Failure} back to its queue after {Attempts} failures")]
    public static partial void SentBack(this ILogger logger, string stage, Guid failure, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Stage}: {Failure} cannot be sent back, there is no queue {Queue}")]
    public static partial void NoQueue(this ILogger logger, string stage, Guid failure, string queue);
}
