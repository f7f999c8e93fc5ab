using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Learning.Evaluation;
using Pipeline.Learning.Quantities;
using Pipeline.Testing;

namespace Pipeline.Learning.Tests.Evaluation;

/// <summary>The models in the repository reach what their cards say, less what two trainings differ by.</summary>
public sealed class DevFiguresTests
{
    private const string Missing = "The shared data is not beside this checkout.";

    [Fact]
    public async Task Roles_OfComputerScience_AreAsRightAsTheCardSays()
    {
        var gold = RepositoryFiles.FindShared("data/csabstruct/dev.jsonl");
        Assert.SkipWhen(gold is null, Missing);

        var roles = (await RoleEvaluation.RunAsync(gold!, new(), TestContext.Current.CancellationToken)).Roles;

        Assert.InRange(roles.Matrix.Accuracy!.Value, 0.665, 1);
        Assert.InRange(roles.Matrix.MacroF1!.Value, 0.615, 1);
        Assert.InRange(roles.Calibration.Error!.Value, 0, 0.07);
    }

    [Fact]
    public async Task MainClaims_OfMedicine_AreAsRightAsTheCardSays()
    {
        var gold = RepositoryFiles.FindShared("data/claim-medline/dev.jsonl");
        Assert.SkipWhen(gold is null, Missing);

        var mainClaims = (await ClaimEvaluation.RunAsync(gold!, new(), TestContext.Current.CancellationToken)).MainClaims!;

        Assert.InRange(mainClaims.Matrix.Of(1).F1!.Value, 0.785, 1);
        Assert.InRange(mainClaims.Calibration.Error!.Value, 0, 0.03);
    }

    [Fact]
    public async Task Claims_OfOwnLabels_AreAsRightAsTheCardSays()
    {
        var texts = RepositoryFiles.FindShared("data/arxiv-topics/train.jsonl.gz");
        Assert.SkipWhen(texts is null, Missing);
        var gold = Path.Combine(RepositoryFiles.Root, "services/Pipeline.Learning/Labels/arxiv-discourse.jsonl");

        var measured = await ClaimEvaluation.RunAsync(gold, new() { Texts = [texts!] }, TestContext.Current.CancellationToken);

        Assert.InRange(measured.Claims!.Matrix.Of(1).F1!.Value, 0.91, 1);
        Assert.InRange(measured.Claims.Calibration.Error!.Value, 0, 0.03);
        Assert.InRange(measured.TypeRightOfFound!.Value, 0.85, 1);
    }

    [Fact]
    public async Task Quantities_OfMeasurements_AreAsRightAsTheCardSays()
    {
        var gold = RepositoryFiles.FindShared("data/measeval/dev.jsonl");
        Assert.SkipWhen(gold is null, Missing);
        var analyzer = new ClaimAnalyzer();
        var scores = new QuantityScores();

        foreach (var text in await QuantityGold.ReadAsync(gold!, null, TestContext.Current.CancellationToken))
        {
            scores = scores.Plus(QuantityScores.Of(text, analyzer.Analyze(text.Id, "", text.Text).Quantities));
        }

        Assert.InRange(scores.Strict.F1, 0.735, 1);
        Assert.InRange(scores.Overlap.F1, 0.9, 1);
        Assert.InRange(scores.Unit.F1, 0.9, 1);
    }
}
