using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>What to write for a section, and what that makes of it.</summary>
/// <param name="Write">The write; null when the outcome stands already and the paper's timeline has nothing to tell of it.</param>
/// <param name="Outcome">What became of the section, once that is written.</param>
internal readonly record struct SectionStep(UpdateOneModel<BsonDocument>? Write, SectionOutcome Outcome)
{
    /// <summary>Nothing is written but an entry of the timeline.</summary>
    public static SectionStep Note(PaperStanding paper, TimelineEntry entry, SectionOutcome outcome)
        => new(new(new BsonDocument("_id", paper.Id), TimelineFields.Note(entry)), outcome);
}

/// <summary>Decides what a section's write does to a paper that stands as it was read.</summary>
/// <remarks>
/// A section that says the same as the one it replaces leaves the completion of its revision as it was: there is nothing to
/// announce. Decided under the guard of the write, so that a repeated call finds the same.
/// </remarks>
internal sealed class SectionPlan<TSection>(Stage<TSection> stage)
    where TSection : class
{
    // Leaves 1 MB of the 16 for the paper itself.
    private const int MaxSectionBytes = 15 * 1024 * 1024;

    private static readonly BsonBinaryWriterSettings Lenient = new() { Encoding = Utf8Encodings.Lenient };

    public SectionStep Decide(SectionWrite<TSection> write, PaperStanding? paper)
    {
        if (paper is null)
        {
            return new(null, new(SectionState.Superseded));
        }

        var section = write.Section;
        var result = new StageResult(stage.Field, stage.Revision(section), stage.Version(section), stage.At(section), write.Attempt);
        if (paper.Revision != result.Revision)
        {
            return SectionStep.Note(paper, PaperTimeline.Superseded(result), new(SectionState.Superseded));
        }

        if (stage.Problem(section, paper.Title, paper.Abstract) is { } problem)
        {
            return Refuse(paper, result, problem);
        }

        if (paper.CurrentVersionOf(stage.Field) == result.Version)
        {
            return Complete(section, result, paper, []);
        }

        var bytes = section.ToBson(writerSettings: Lenient);
        return bytes.Length > MaxSectionBytes
            ? Refuse(paper, result, $"The section has {bytes.Length} bytes; {MaxSectionBytes} fit.")
            : Complete(section, result, paper, Fields(section, bytes));
    }

    private BsonDocument Fields(TSection section, byte[] bytes)
    {
        var fields = new BsonDocument(stage.Field, new RawBsonDocument(bytes));
        return stage.Keys is { } keys ? fields.Add(Stage.KeysField, new BsonArray(keys(section))) : fields;
    }

    private static SectionStep Refuse(PaperStanding paper, StageResult result, string problem)
        => SectionStep.Note(paper, PaperTimeline.Refused(result, problem), new(SectionState.Refused, Reason: problem));

    private SectionStep Complete(TSection section, StageResult result, PaperStanding paper, BsonDocument fields)
    {
        var entries = new List<TimelineEntry>(2);
        if (fields.ElementCount > 0)
        {
            entries.Add(PaperTimeline.Stored(result));
        }

        var completion = IsNews(section, paper) ? CompletionBy(section, paper) : paper.Enriched;
        if (completion is not null)
        {
            if (paper.Enriched is { } standing && standing with { By = completion.By, At = completion.At } == completion)
            {
                completion = standing;
            }
            else
            {
                fields.Add("enriched", completion.ToBsonDocument());
            }

            if (paper.Pending)
            {
                fields.Add("pending", false);
            }

            if (fields.Contains("enriched") || paper.Pending)
            {
                entries.Add(PaperTimeline.Completed(result));
            }
        }

        var mine = completion?.By == stage.Field && VersionIn(completion) == stage.Version(section);
        var outcome = new SectionOutcome(SectionState.Saved, mine ? completion : null)
        {
            Finished = completion is not null && paper.Pending ? new(paper.PublishedAt) : null,
        };
        return fields.ElementCount == 0
            ? new(null, outcome)
            : new(new(paper.Guard(), PaperFields.Write(fields).Push(entries)), outcome);
    }

    private bool IsNews(TSection section, PaperStanding paper)
        => paper.Pending
            || paper.Enriched?.Revision != paper.Revision
            || paper.CurrentVersionOf(stage.OtherField) is null
            || paper.CurrentVersionOf(stage.Field) is not { } stored
            || (stored != stage.Version(section) && stage.Differ(paper.Section<TSection>(stage.Field)!, section));

    private string VersionIn(Completion completion) => stage.Field == Stage.ClaimsField ? completion.ClaimsVersion : completion.TopicsVersion;

    // Null while the other stage has not written the current revision.
    private Completion? CompletionBy(TSection section, PaperStanding paper)
    {
        if (paper.CurrentVersionOf(stage.OtherField) is not { } other)
        {
            return null;
        }

        var own = stage.Version(section);
        var (claims, topics) = stage.Field == Stage.ClaimsField ? (own, other) : (other, own);
        return new()
        {
            Revision = paper.Revision,
            ClaimsVersion = claims,
            TopicsVersion = topics,
            By = stage.Field,
            At = stage.At(section),
        };
    }
}
