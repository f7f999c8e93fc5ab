using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>What the stores know about some days of a source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Answers">Its answers, at most one a day.</param>
/// <param name="Listings">The listings that the answers name, by id; one that is not recorded is absent.</param>
/// <param name="UnderWay">Its runs that have not ended.</param>
/// <param name="Now">The current time.</param>
public sealed record CoverageFacts(
    SourceDefinition Source,
    IReadOnlyList<DayAnswer> Answers,
    IReadOnlyDictionary<string, Listing> Listings,
    IReadOnlyList<FetchRun> UnderWay,
    DateTimeOffset Now);

/// <summary>Tells for each day of a source whether anything may be missing. An answer alone is not enough: all of it must have been read.</summary>
/// <remarks>A source that is not asked by day shows what is new; its answer counts for the day on which it was given.</remarks>
public static class Coverage
{
    /// <summary>Judges the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <returns>One verdict a day, in order.</returns>
    public static IReadOnlyList<DayCoverage> Of(CoverageFacts facts, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var answers = facts.Answers.ToDictionary(answer => answer.Day);
        return [.. SourceCalendar.Between(first, last).Select(day => Judge(facts, day, answers.GetValueOrDefault(day)))];
    }

    private static DayCoverage Judge(CoverageFacts facts, DateOnly day, DayAnswer? answer)
    {
        var judged = answer is null ? Gap(day, DayGap.NotAsked, "not asked for") : JudgeAnswer(facts, day, answer);
        if (judged.State == DayState.Covered)
        {
            return judged;
        }

        if (facts.Source.Skips(day))
        {
            return new DayCoverage { Day = day, State = DayState.Skipped };
        }

        if (judged.State == DayState.Waiting)
        {
            return judged;
        }

        if (facts.UnderWay.FirstOrDefault(run => run.From <= day && day <= run.To) is { } run)
        {
            return Waits(day, run.Reason is { } reason ? $"a run waits: {reason}" : "a run is under way");
        }

        return facts.Now < facts.Source.EndOf(day) ? Waits(day, "the day is not over") : judged;
    }

    private static DayCoverage JudgeAnswer(CoverageFacts facts, DateOnly day, DayAnswer answer)
    {
        if (answer.Answered is { } answered && answered != day)
        {
            return Gap(day, DayGap.OtherDay, $"answered for {answered:yyyy-MM-dd} instead");
        }

        if (!answer.Complete)
        {
            return Gap(day, DayGap.Incomplete, answer.Note ?? "the answer was not complete");
        }

        return JudgeListings(facts, day, answer)
            ?? (facts.Source.IsAskedByDay && answer.At < facts.Source.EndOf(day)
                ? Gap(day, DayGap.Incomplete, "asked before the day was over")
                : new DayCoverage { Day = day, State = DayState.Covered, Reason = answer.Note });
    }

    // The worst listing speaks for the day: what was refused stays missing, what waits may still come.
    private static DayCoverage? JudgeListings(CoverageFacts facts, DateOnly day, DayAnswer answer)
    {
        var waits = false;
        foreach (var id in answer.ListingIds)
        {
            if (!facts.Listings.TryGetValue(id, out var listing))
            {
                return Gap(day, DayGap.Incomplete, $"its listing {id} is not recorded");
            }

            if (listing.State == ListingState.Rejected || listing.Result?.Reason is not null)
            {
                return Gap(day, DayGap.Unread, $"{listing.Name}: {listing.Result?.Reason ?? "refused"}");
            }

            waits |= listing.State == ListingState.Fetched;
        }

        return waits ? Waits(day, "a listing waits for the Parser") : null;
    }

    private static DayCoverage Gap(DateOnly day, DayGap gap, string reason)
        => new() { Day = day, State = DayState.Uncovered, Gap = gap, Reason = reason };

    private static DayCoverage Waits(DateOnly day, string reason) => new() { Day = day, State = DayState.Waiting, Reason = reason };
}
