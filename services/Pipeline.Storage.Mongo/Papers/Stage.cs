using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>What is particular to one stage's section: its field, and where its stamp stands.</summary>
/// <param name="Field">Field of the section, and the name of the stage in a <see cref="Completion"/>.</param>
/// <param name="OtherField">Field of the other stage's section.</param>
/// <param name="Revision">Revision of a section.</param>
/// <param name="Version">Version of a section, as <see cref="StageVersion.ToString"/> writes it.</param>
/// <param name="At">When a section was made.</param>
/// <param name="Problem">Why a section can never be stored with a title and an abstract; null when it can.</param>
/// <param name="Differ">Whether two sections of one revision say different things.</param>
/// <param name="Keys">What its claims are found by, in <see cref="Stage.KeysField"/>; null for a section that is found by its own fields.</param>
internal sealed record Stage<TSection>(
    string Field,
    string OtherField,
    Func<TSection, string> Revision,
    Func<TSection, string> Version,
    Func<TSection, DateTimeOffset> At,
    Func<TSection, string, string, string?> Problem,
    Func<TSection, TSection, bool> Differ,
    Func<TSection, IReadOnlyList<string>>? Keys = null);

/// <summary>The two stages.</summary>
internal static class Stage
{
    public const string ClaimsField = StageNames.Claims;
    public const string TopicsField = StageNames.Topics;
    public const string KeysField = "claimKeys";

    public static Stage<ClaimsSection> Claims { get; } = new(
        ClaimsField, TopicsField, s => s.Revision, s => s.Version.ToString(), s => s.At,
        (section, _, @abstract) => Evidence.Problem(section.Analysis, @abstract),
        EnrichmentDiff.Differ,
        section => ClaimKeys.Of(section.Analysis.Claims));

    public static Stage<TopicsSection> Topics { get; } = new(
        TopicsField, ClaimsField, s => s.Revision, s => s.Version.ToString(), s => s.At,
        (section, title, @abstract) => Evidence.Problem(section.Analysis, title, @abstract),
        EnrichmentDiff.Differ);
}
