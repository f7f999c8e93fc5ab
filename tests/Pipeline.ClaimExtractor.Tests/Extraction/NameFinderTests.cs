using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class NameFinderTests
{
    [Theory]
    [InlineData("We propose KiteNet, a novel tail.", new[] { "KiteNet" })]
    [InlineData("This paper introduces EXKite (EXtended Kite), a tail.", new[] { "EXKite", "EXtended Kite" })]
    [InlineData("We introduce a new simple method, Paper Wings, which flies.", new[] { "Paper Wings" })]
    [InlineData("We propose the Long Tail Network (LTN), a tail.", new[] { "Long Tail Network", "LTN" })]
    [InlineData("We present a new framework, SKite (Scaling Kites), for wind.", new[] { "SKite", "Scaling Kites" })]
    [InlineData("We present a tail called Ribbonly.", new[] { "Ribbonly" })]
    [InlineData("This gives a tail, which we call `EvoKite'.", new[] { "EvoKite" })]
    [InlineData("To this end, we further introduce pi_0-KITE, a tail.", new[] { "pi_0-KITE" })]
    [InlineData("We introduce \\textbf{KiteNet}, a novel framework for wind.", new[] { "KiteNet" })]
    [InlineData("We propose KiteNet, a novel framework for wind. KiteNet's tail outperforms BERT.", new[] { "KiteNet" })]
    [InlineData("We show a novel paradigm, Long Tail Flying (LTF), for kites. In this paper, we introduce LTF.", new[] { "Long Tail Flying", "LTF" })]
    [InlineData("We propose KiteNet, which suffers no Tail Mismatch.", new[] { "KiteNet" })]
    public void Methods_OfAnIntroduction_AreNamed(string text, string[] expected)
        => Assert.Equal(expected, Some.Analysis(text).Names.Methods.Select(name => name.Text));

    [Theory]
    [InlineData("We propose a novel tail for kites.")]
    [InlineData("We propose to train large language models (LLMs).")]
    [InlineData("We propose a method for Multi-Tail Kites (MTK).")]
    [InlineData("We use KiteNet, an old tail.")]
    [InlineData("We introduce Transformers.")]
    [InlineData("We introduce non-Bayesian, light tails.")]
    public void Methods_WithoutAnIntroducedName_AreNone(string text) => Assert.Empty(Some.Analysis(text).Names.Methods);

    [Theory]
    [InlineData("We test on CIFAR-10 and ImageNet.", new[] { "CIFAR-10", "ImageNet" })]
    [InlineData("We test on the Ribbon-5K dataset.", new[] { "Ribbon-5K" })]
    [InlineData("We test on KiteBench and Ribbon benchmarks.", new[] { "KiteBench", "Ribbon" })]
    [InlineData("We test on benchmarks such as KiteQA, RibbonQA, and Open Sky Leaderboard.", new[] { "KiteQA", "RibbonQA", "Open Sky Leaderboard" })]
    [InlineData("We test on MMLU. It is better on MMLU.", new[] { "MMLU" })]
    [InlineData("Glue holds kites together.", new string[0])]
    [InlineData("GLUE is hard for kites.", new[] { "GLUE" })]
    [InlineData("We test on three open datasets.", new string[0])]
    [InlineData("We test on NLP benchmarks.", new string[0])]
    [InlineData("Experiments on MMLU, KiteQX, and RibbonQX show this.", new[] { "MMLU", "KiteQX", "RibbonQX" })]
    [InlineData("It gains 4% on MMLU and Sky datasets.", new[] { "MMLU", "Sky" })]
    [InlineData("Several datasets are used.", new string[0])]
    [InlineData("We test on 12 tasks from KiteNI.", new[] { "KiteNI" })]
    [InlineData("We test on Math, Code, and Wind Following tasks.", new string[0])]
    public void Datasets_InAText_AreNamedOnce(string text, string[] expected)
        => Assert.Equal(expected, Some.Analysis(text).Names.Datasets.Select(name => name.Text));

    [Theory]
    [InlineData("Long Tail Kites (LTKs) have been studied for decades. LTKs are hard to fly. In this paper, we propose KiteNet, a novel tail.", new[] { "KiteNet" })]
    [InlineData("We propose KiteNet, a tail. We compare it with Adam, L-KFGS, SGD and old tails.", new[] { "KiteNet" })]
    [InlineData("We propose KiteNet, a Tail-Informed Kite for wind.", new[] { "KiteNet" })]
    public void Methods_OfOthers_AreNotIntroduced(string text, string[] expected)
    {
        var names = Some.Analysis(text).Names;

        Assert.Equal(expected, names.Methods.Select(name => name.Text));
        Assert.Empty(names.Datasets);
    }

    [Fact]
    public void Datasets_ListedBehindMoreThatIsSaidOfThem_AreNamed()
        => Assert.Equal(
            ["KiteSource", "FLAP", "Super-Ribbons"],
            Some.Analysis("We test on three different evaluation benchmarks with diverse tasks and input formats -- KiteSource, FLAP, and Super-Ribbons.").Names.Datasets.Select(name => name.Text));

    [Fact]
    public void Datasets_ThatThePaperIntroduces_AreNoMethods()
    {
        var names = Some.Analysis("We introduce KiteBench, a large benchmark of 500 kites.").Names;

        Assert.Equal(["KiteBench"], names.Datasets.Select(name => name.Text));
        Assert.Empty(names.Methods);
    }

    [Fact]
    public void Names_SpelledDifferently_MeetInOneKey()
    {
        var names = Some.Analysis("We test on CIFAR-10. Experiments on the CIFAR10 dataset agree.").Names;

        Assert.Equal(("CIFAR-10", "cifar10"), (Assert.Single(names.Datasets).Text, names.Datasets[0].Key));
    }

    [Theory]
    [InlineData("It improves BLEU-4 and ROUGE by 2 points.", new[] { "BLEU-4", "ROUGE" })]
    [InlineData("It gains 2.5 mAP and has better accuracy.", new[] { "mAP", "accuracy" })]
    [InlineData("We draw a map of kites.", new string[0])]
    [InlineData("Precision and recall rise.", new[] { "Precision", "recall" })]
    [InlineData("Recall that kites fly.", new string[0])]
    [InlineData("The Unknown Rate (UKR) metric is new.", new[] { "Unknown Rate", "UKR" })]
    public void Metrics_InAText_AreNamedOnce(string text, string[] expected)
        => Assert.Equal(expected, Some.Analysis(text).Names.Metrics.Select(name => name.Text));

    [Theory]
    [InlineData("Code is at https://kites.example/x.", UrlKind.Code)]
    [InlineData("The dataset is at https://github.com/kites/x.", UrlKind.Data)]
    [InlineData("Data and code are at https://kites.example/x.", UrlKind.Code)]
    [InlineData("See https://github.com/kites/x.", UrlKind.Code)]
    [InlineData("See https://huggingface.co/datasets/kites/x.", UrlKind.Data)]
    [InlineData("Project page: https://kites.example/x.", UrlKind.Other)]
    public void Urls_ByTheirSentence_HaveAKind(string text, UrlKind expected)
        => Assert.Equal(expected, Assert.Single(Some.Analysis(text).Urls).Kind);
}
