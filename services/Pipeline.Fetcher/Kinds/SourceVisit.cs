using MassTransit;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Runs;

namespace Pipeline.Fetcher.Kinds;

/// <summary>One run's visit to its source: what to ask for, and where the answers go.</summary>
internal sealed class SourceVisit(SourceDefinition source, FetchRun run, IPublishEndpoint bus, AnswerIntake intake, TimeProvider time)
{
    public SourceDefinition Source => source;

    public IPublishEndpoint Bus => bus;

    /// <summary>The time zone of the source's days.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone);

    public DateTimeOffset Now => time.GetStoredNow();

    /// <summary>The day it is at the source.</summary>
    public DateOnly Today => SourceDays.At(Now, Zone);

    /// <summary>First day to ask for: the newest when none is given.</summary>
    public DateOnly First => run.From ?? Today;

    /// <summary>Last day to ask for.</summary>
    public DateOnly Last => run.To ?? First;

    /// <summary>Asks, archives, checks, records and announces one answer.</summary>
    public Task<Taken<T>> TakeAsync<T>(Ask<T> ask, CancellationToken cancellationToken) => intake.TakeAsync(source, ask, bus, cancellationToken);

    /// <summary>What the source answered for a day.</summary>
    public DayAnswer Answer(DateOnly day, DayVerdict verdict, IReadOnlyList<string> listingIds, DateOnly? answered) => new()
    {
        SourceId = source.Id,
        Day = day,
        Answered = answered,
        RunId = run.Id,
        At = Now,
        Complete = verdict.Complete,
        ListingIds = listingIds,
        Note = verdict.Note,
    };

    /// <summary>Answers for the days asked for that have not come yet.</summary>
    public IEnumerable<DayAnswer> FutureDays(DateOnly today)
        => SourceDays.Between(today.AddDays(1) > First ? today.AddDays(1) : First, Last).Select(day => Answer(day, DayVerdict.Future, [], answered: null));
}
