using System.Globalization;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Kinds;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Runs;

/// <summary>Whatever a source does, its run comes to an end.</summary>
public sealed class RunBoundTests
{
    [Fact]
    public async Task SourceThatLeadsToTheSameQuestionAgain_IsAskedNoMore()
    {
        var reader = new PlayedReader(_ => new("here") { Pages = 1 });
        await using var rig = await FetcherRig.StartAsync(reader);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed));

        Assert.Equal((RunState.Waiting, 1, 2), (run.State, run.Failures, reader.Steps));
        Assert.Equal("the source gave an answer that leads to the same question again", run.Reason);
    }

    [Theory]
    [InlineData(1_000, 50_000, 50)]
    [InlineData(1_000, 50_001, 51)]
    public async Task SourceThatNeverEnds_IsGivenUpAfterFiftyThousandAnswers(int pages, int last, int steps)
    {
        var given = 0;
        var reader = new PlayedReader(_ =>
        {
            given += pages;
            return new(given < last ? given.ToString(CultureInfo.InvariantCulture) : null) { Pages = pages };
        });
        await using var rig = await FetcherRig.StartAsync(reader);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed));

        Assert.Equal((steps == 50 ? RunState.Done : RunState.Failed, steps), (run.State, reader.Steps));
    }

    private sealed class PlayedReader(Func<string?, Step> step) : ISourceReader
    {
        public int Steps { get; private set; }

        public bool Reads(SourceKind kind) => true;

        public Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
        {
            Steps++;
            return Task.FromResult(step(cursor));
        }
    }
}
