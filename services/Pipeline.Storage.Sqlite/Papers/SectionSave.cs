using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Writes one section and, when it is the last one missing, completes the revision. Runs inside a write.</summary>
/// <remarks>
/// A section that says the same as the one it replaces leaves the completion of its revision as it was: there is nothing to
/// announce. Decided in the write itself, so that a repeated call finds the same.
/// </remarks>
internal static class SectionSave
{
    public static SectionOutcome Apply(SqliteSession session, SectionRow section)
    {
        var paper = PaperStanding.Find(session, section.PaperId);
        if (paper is null)
        {
            return new(SectionState.Superseded);
        }

        if (Obstacle(session, paper, section) is { } obstacle)
        {
            return obstacle;
        }

        var after = paper.With(section);
        var stands = paper.WasCompleted && (after == paper || section.SaysTheSame(session, paper.Pk));
        if (after != paper)
        {
            section.Write(session, paper.Pk, replaces: paper.Has(section.Stage));
            TimelineRows.Add(session, paper.Pk, PaperTimeline.Stored(section.Result));
        }

        if (!after.IsComplete)
        {
            return new(SectionState.Saved);
        }

        var completion = stands ? paper.Completion! : Complete(after, section);
        if (paper.Pending || completion != paper.Completion)
        {
            session.Run(
                "UPDATE papers SET pending = 0, completion = ?2 WHERE pk = ?1",
                paper.Pk, JsonSerializer.Serialize(completion, PaperJson.Options));
            TimelineRows.Add(session, paper.Pk, PaperTimeline.Completed(section.Result));
        }

        var mine = completion.By == section.Stage && section.Version == VersionIn(completion, section.Stage);
        return new(SectionState.Saved, mine ? completion : null)
        {
            Finished = paper.Pending ? new(paper.Texts.PublishedAt) : null,
        };
    }

    private static SectionOutcome? Obstacle(SqliteSession session, PaperStanding paper, SectionRow section)
    {
        if (paper.Revision != section.Revision)
        {
            TimelineRows.Add(session, paper.Pk, PaperTimeline.Superseded(section.Result));
            return new(SectionState.Superseded);
        }

        if (section.Problem(paper.Texts.Title, paper.Texts.Abstract) is { } problem)
        {
            TimelineRows.Add(session, paper.Pk, PaperTimeline.Refused(section.Result, problem));
            return new(SectionState.Refused, Reason: problem);
        }

        return null;
    }

    private static Completion Complete(PaperStanding paper, SectionRow section)
        => paper.Completion is { } standing
            && standing.Revision == paper.Revision
            && standing.ClaimsVersion == paper.ClaimsVersion
            && standing.TopicsVersion == paper.TopicsVersion
                ? standing
                : new()
                {
                    Revision = paper.Revision,
                    ClaimsVersion = paper.ClaimsVersion!,
                    TopicsVersion = paper.TopicsVersion!,
                    By = section.Stage,
                    At = section.At,
                };

    private static string VersionIn(Completion completion, string stage)
        => stage == SectionRow.Claims ? completion.ClaimsVersion : completion.TopicsVersion;
}
