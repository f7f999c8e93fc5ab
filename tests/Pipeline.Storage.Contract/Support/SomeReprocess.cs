using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Contract;

/// <summary>Plausible runs that do papers again; a test names only what it is about.</summary>
public static class SomeReprocess
{
    public static ReprocessRun Run(int number = 1, int created = 0, ReprocessState state = ReprocessState.Running) => new()
    {
        Id = SomeSource.Id(number),
        Selection = new() { Stage = EnrichmentStage.Claims },
        Target = Some.Version(),
        State = state,
        CreatedAt = Some.Time(created),
    };

    /// <summary>A run with every value set, none to its default.</summary>
    public static ReprocessRun Full() => Run() with
    {
        Selection = Selection(),
        Target = Some.Version("terms", "7") with { Taxonomy = "arxiv/2" },
        Shadow = true,
        State = ReprocessState.Failed,
        Reason = "no worker did \"it\"",
        StartedAt = Some.Time(1),
        ProgressAt = Some.Time(2),
        EndedAt = Some.Time(3),
        Cursor = "doi:10.1/über",
        AllTaken = true,
        InFlight =
        [
            new() { PaperId = "arxiv:2603.00001", Revision = "r1", Had = "terms/6+arxiv/2", DueAt = Some.Time(2), Attempts = 3 },
            new() { PaperId = "arxiv:2603.00002", Revision = "r2", DueAt = Some.Time(4) },
        ],
        Counts = new() { Total = 9, Changed = 1, Unchanged = 2, Overtaken = 3, Failed = 4 },
        FailedIds = ["arxiv:2603.00003"],
        Diff = new()
        {
            Counts = [new() { Kind = "result", Added = 5, Removed = 6, Changed = 7 }],
            Examples = [new() { PaperId = "arxiv:2603.00001", Change = ChangeKind.Changed, Kind = "result", Text = "It works.", Before = 0.5, After = 0.75 }],
        },
        Sequence = 11,
    };

    public static SectionDigest Digest() => new()
    {
        Version = Some.Version("terms", "6") with { Taxonomy = "arxiv/2" },
        Items = [new() { Id = "a", Kind = "result", Score = 0.25, Text = "It works.", Content = "c" }],
    };

    private static PaperSelection Selection() => new()
    {
        Stage = EnrichmentStage.Topics,
        Ids = ["arxiv:2603.00001"],
        SourceId = "daily",
        Since = SomeSource.Day(1),
        Until = SomeSource.Day(2),
        Topics = ["cs.LG", "cs.CL"],
        Text = "many words",
        MadeBy = [Some.Version("terms", "5") with { Taxonomy = "arxiv/1" }, Some.Version("terms", "6")],
        OtherThan = Some.Version("terms", "7"),
        Lacking = true,
    };
}
