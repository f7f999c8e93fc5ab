using Pipeline.Learning.Evaluation;
using Pipeline.Learning.Evaluation.Gold;
using static Pipeline.BuildingBlocks.Papers.ClaimType;

namespace Pipeline.Learning.Tests.Evaluation;

public sealed class ClaimEvaluationTests
{
    // Claims: labelled 3, given 3, both 2, one of them with the right type.
    private static readonly JudgedFile File = Judged.File(
        Judged.Abstract("p1", Judged.Claim(Result), Judged.Claim(Finding, main: true), Judged.Claim(Theory), Judged.Claim(null), Judged.Claim(null)),
        Judged.Answer(type: Result, claimScore: 0.9, mainScore: 0.7, main: true),
        Judged.Answer(type: Result, claimScore: 0.6, mainScore: 0.6),
        Judged.Answer(claimScore: 0.3),
        Judged.Answer(type: Availability, claimScore: 0.8),
        Judged.Answer(claimScore: 0.1));

    private static readonly ClaimEvaluation Measured = ClaimEvaluation.Of(File, 10);

    [Fact]
    public void Of_AnswersByHand_MeasuresClaims()
    {
        Assert.Equal(new(3, 3, 2), Measured.Claims!.Matrix.Of(1));
        Assert.Equal(2.0 / 3, Measured.Claims.Matrix.Of(1).F1!.Value, 12);
        Assert.Equal(0.6, Measured.Claims.Matrix.Accuracy!.Value, 12);
    }

    // Each score is in a bin of its own: 0.9, 0.6 and 0.3 are claims, 0.8 and 0.1 are not.
    [Fact]
    public void Of_AnswersByHand_ComparesScoresWithBeingAClaim()
        => Assert.Equal((0.1 + 0.4 + 0.7 + 0.8 + 0.1) / 5, Measured.Claims!.Calibration.Error!.Value, 12);

    [Fact]
    public void Of_AnswersByHand_MeasuresTypesOfFoundAndOfAllClaims()
    {
        Assert.Equal(0.5, Measured.TypeRightOfFound!.Value, 12);
        Assert.Equal(1.0 / 3, Measured.TypeRightOfAll!.Value, 12);
        Assert.Equal(new(1, 2, 1), Measured.Types!.Matrix.Of((int)Result));
        Assert.Equal(new(2, 2, 1), Measured.Types.Matrix.Of(6));
        Assert.Equal(1, Measured.Types.Matrix[(int)Theory, 6]);
    }

    [Fact]
    public void Of_WrongAnswers_ListsTypesWithHowSureTheStageWas()
        => Assert.Equal(
            [
                new("p1", 3, "none", "availability", 0.8, "d."),
                new("p1", 2, "theory", "none", 0.7, "c."),
                new("p1", 1, "finding", "result", 0.6, "b."),
            ],
            Measured.Types!.Errors);

    [Fact]
    public void Of_AnswersByHand_MeasuresMainClaims()
    {
        Assert.Equal(new(1, 1, 0), Measured.MainClaims!.Matrix.Of(1));
        Assert.Equal(
            [new("p1", 0, "not main", "main", 0.7, "a."), new("p1", 1, "main", "not main", 0.4, "b.")],
            Measured.MainClaims.Errors);
    }

    // Three of five are claims: the majority says yes, and so do all.
    [Fact]
    public void Of_Labels_HasMajorityAndAllAsBaselines()
    {
        Assert.Equal(
            [(BaselineKind.Majority, 0.75), (BaselineKind.All, 0.75)],
            Measured.Claims!.Baselines.Select(baseline => (baseline.Kind, Math.Round(baseline.Matrix.Of(1).F1!.Value, 12))));
        Assert.Equal(
            [(BaselineKind.Majority, 0), (BaselineKind.All, 1.0 / 3)],
            Measured.MainClaims!.Baselines.Select(baseline => (baseline.Kind, baseline.Matrix.Of(1).F1!.Value)));
    }

    [Fact]
    public void Of_TrainingWithOtherLabels_LearnsOnlyWhatTheyTell()
    {
        var training = Judged.Abstract("t1", [.. Enumerable.Range(0, 5).Select(index => new LabelledSentence(default) { MainClaim = index == 1 })]);

        var measured = ClaimEvaluation.Of(File with { Training = [training] }, 10);

        Assert.False(measured.Claims!.IsTrained);
        Assert.True(measured.MainClaims!.IsTrained);
        Assert.Equal(1, measured.MainClaims.Baselines.Single(baseline => baseline.Kind == BaselineKind.Place).Matrix.Of(1).F1);
    }

    [Fact]
    public void Of_MainClaimsAlone_SaysNothingOfClaims()
    {
        var measured = ClaimEvaluation.Of(Judged.File(Judged.Abstract("p1", new LabelledSentence(default) { MainClaim = true }), Judged.Answer(main: true)), 10);

        Assert.Equal((null, null, null, null), (measured.Claims, measured.Types, measured.TypeRightOfFound, measured.TypeRightOfAll));
        Assert.Equal(1, measured.MainClaims!.Matrix.Of(1).F1);
    }

    [Fact]
    public void Of_NoClaimAtAll_HasNoShareOfTypes()
    {
        var measured = ClaimEvaluation.Of(Judged.File(Judged.Abstract("p1", Judged.Claim(null)), Judged.Answer()), 10);

        Assert.Equal((null, null, null), (measured.TypeRightOfFound, measured.TypeRightOfAll, measured.Claims!.Matrix.Of(1).F1));
    }

    [Fact]
    public void Of_NoAbstracts_MeasuresNothing()
    {
        var measured = ClaimEvaluation.Of(new(0, [], []), 10);

        Assert.Equal((null, null, null), (measured.Claims, measured.Types, measured.MainClaims));
    }
}
