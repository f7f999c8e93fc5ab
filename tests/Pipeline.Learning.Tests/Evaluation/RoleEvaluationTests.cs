using Pipeline.Learning.Evaluation;
using Pipeline.Testing;
using static Pipeline.BuildingBlocks.Papers.SentenceRole;

namespace Pipeline.Learning.Tests.Evaluation;

public sealed class RoleEvaluationTests
{
    private static readonly JudgedFile File = Judged.File(
        Judged.Abstract("p1", Judged.Role(Background, 0.7), Judged.Role(Method, 0.69), Judged.Role(Method, 1), Judged.Role(Result, 0.9)),
        Judged.Answer(Background, 0.9), Judged.Answer(Result, 0.5), Judged.Answer(Result, 0.8), Judged.Answer(Result, 0.9));

    // Right are the first and the last. F1: background 1, method 0, result 2*1/(1+3) = 0.5; the other roles do not occur.
    [Fact]
    public void Of_AnswersByHand_GivesTheFiguresByHand()
    {
        var roles = RoleEvaluation.Of(File, 10).Roles;

        Assert.Equal(0.5, roles.Matrix.Accuracy!.Value, 12);
        Assert.Equal(0.5, roles.Matrix.MacroF1!.Value, 12);
        Assert.Equal(2, roles.Matrix[(int)Method, (int)Result]);
    }

    // 0.9 and 0.9 are right (off by 0.2 over two), 0.5 and 0.8 are wrong.
    [Fact]
    public void Of_AnswersByHand_ComparesScoresWithBeingRight()
        => Assert.Equal((0.2 + 0.5 + 0.8) / 4, RoleEvaluation.Of(File, 10).Roles.Calibration.Error!.Value, 12);

    // From 0.7 on are three, of which two are right.
    [Fact]
    public void Of_LabelsWithConfidence_AlsoMeasuresTheSureOnes()
    {
        var sure = RoleEvaluation.Of(File, 10).SureRoles!;

        Assert.Equal(3, sure.Total);
        Assert.Equal(2.0 / 3, sure.Accuracy!.Value, 12);
    }

    [Fact]
    public void Of_LabelsWithoutConfidence_HasNoSureOnes()
        => Assert.Null(RoleEvaluation.Of(Judged.File(Judged.Abstract("p1", Judged.Role(Method)), Judged.Answer(Method)), 10).SureRoles);

    [Fact]
    public void Of_WrongAnswers_ListsTheSurestFirst()
    {
        Assert.Equal(
            [new("p1", 2, "method", "result", 0.8, "c."), new("p1", 1, "method", "result", 0.5, "b.")],
            RoleEvaluation.Of(File, 10).Roles.Errors);
        Assert.Equal(2, Assert.Single(RoleEvaluation.Of(File, 1).Roles.Errors).Sentence);
        Assert.Empty(RoleEvaluation.Of(File, 0).Roles.Errors);
    }

    [Fact]
    public void Of_AnswersAsSure_KeepsTheOrderOfTheFile()
    {
        var file = Judged.File(
            Judged.Abstract("p1", Judged.Role(Method), Judged.Role(Background)), Judged.Answer(Result, 0.5), Judged.Answer(Result, 0.5));

        Assert.Equal([0, 1], RoleEvaluation.Of(file, 10).Roles.Errors.Select(error => error.Sentence));
    }

    [Fact]
    public void Of_LabelsAlone_HasTheirMajorityAsTheOnlyBaseline()
    {
        var roles = RoleEvaluation.Of(File, 10).Roles;

        var majority = Assert.Single(roles.Baselines);
        Assert.Equal((BaselineKind.Majority, 2, false), (majority.Kind, majority.Matrix.Right, roles.IsTrained));
    }

    // In training, abstracts of four sentences begin with background and end with a result; most sentences are results.
    [Fact]
    public void Of_TrainingLabels_LearnsMajorityAndPlacesFromThem()
    {
        var training = Judged.Abstract("t1", Judged.Role(Background), Judged.Role(Method), Judged.Role(Result), Judged.Role(Result));
        var file = File with { Training = [training] };

        var roles = RoleEvaluation.Of(file, 10).Roles;

        Assert.True(roles.IsTrained);
        Assert.Equal([(BaselineKind.Majority, 1), (BaselineKind.Place, 3)], roles.Baselines.Select(baseline => (baseline.Kind, baseline.Matrix.Right)));
    }

    [Fact]
    public void Of_NoAbstracts_HasNoFigures()
    {
        var roles = RoleEvaluation.Of(new(0, [], []), 10).Roles;

        Assert.Equal((null, null, null), (roles.Matrix.Accuracy, roles.Matrix.MacroF1, roles.Calibration.Error));
        Assert.Empty(roles.Errors);
    }

    [Fact]
    public async Task Run_OfSharedData_MeasuresEverySentence()
    {
        var (gold, train) = (RepositoryFiles.FindShared("data/csabstruct/dev.jsonl"), RepositoryFiles.FindShared("data/csabstruct/train.jsonl"));
        Assert.SkipWhen(gold is null || train is null, "The shared data is not beside this checkout.");

        var measured = await RoleEvaluation.RunAsync(gold!, new() { Training = train }, TestContext.Current.CancellationToken);

        Assert.Equal(0, measured.CutOtherwise);
        Assert.True(measured.Sentences > 1500);
        Assert.InRange(measured.Roles.Baselines.Single(baseline => baseline.Kind == BaselineKind.Place).Matrix.Accuracy!.Value, 0.55, 0.65);
        Assert.Equal(10, measured.Roles.Errors.Count);
    }
}
