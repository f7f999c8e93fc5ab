using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class NameFinderTests
{
    [Theory]
    [InlineData("We propose KiteNet, a novel tail.", "KiteNet")]
    [InlineData("This paper introduces EXKite (EXtended Kite), a tail.", "EXKite")]
    [InlineData("We introduce a new simple method, Paper Wings, which flies.", "Paper Wings")]
    [InlineData("We propose the Long Tail Network (LTN), a tail.", "LTN")]
    [InlineData("We present a new framework, SKite (Scaling Kites), for wind.", "SKite")]
    [InlineData("We present a tail called Ribbonly.", "Ribbonly")]
    [InlineData("This gives a tail, which we call `EvoKite'.", "EvoKite")]
    [InlineData("To this end, we further introduce pi_0-KITE, a tail.", "pi_0-KITE")]
    public void Methods_OfAnIntroduction_AreNamed(string text, string expected)
        => Assert.Equal([expected], Some.Analysis(text).Names.Methods.Select(name => name.Text));

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
    [InlineData("Several datasets are used.", new string[0])]
    public void Datasets_InAText_AreNamedOnce(string text, string[] expected)
        => Assert.Equal(expected, Some.Analysis(text).Names.Datasets.Select(name => name.Text));
}
