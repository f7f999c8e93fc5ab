using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>What to write for a section, and what that makes of it.</summary>
/// <param name="Write">The write; null when the outcome stands already.</param>
/// <param name="Outcome">What became of the section, once that is written.</param>
internal readonly record struct SectionStep(UpdateOneModel<BsonDocument>? Write, SectionOutcome Outcome);

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

    public SectionStep Decide(TSection section, PaperStanding? paper)
    {
        if (paper is null || paper.Revision != stage.Revision(section))
        {
            return new(null, new(SectionState.Superseded));
        }

        if (stage.Problem(section, paper.Title, paper.Abstract) is { } problem)
        {
            return new(null, new(SectionState.Refused, Reason: problem));
        }

        var fields = new BsonDocument();
        if (paper.CurrentVersionOf(stage.Field) != stage.Version(section))
        {
            var bytes = section.ToBson(writerSettings: Lenient);
            if (bytes.Length > MaxSectionBytes)
            {
                return new(null, new(SectionState.Refused, Reason: $"The section has {bytes.Length} bytes; {MaxSectionBytes} fit."));
            }

            fields.Add(stage.Field, new RawBsonDocument(bytes));
            if (stage.Keys is { } keys)
            {
                fields.Add(Stage.KeysField, new BsonArray(keys(section)));
            }
        }

        return Complete(section, paper, fields);
    }

    private SectionStep Complete(TSection section, PaperStanding paper, BsonDocument fields)
    {
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
        }

        var mine = completion?.By == stage.Field && VersionIn(completion) == stage.Version(section);
        var outcome = new SectionOutcome(SectionState.Saved, mine ? completion : null);
        return fields.ElementCount == 0
            ? new(null, outcome)
            : new(new(paper.Guard(), PaperFields.Write(fields)), outcome);
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
