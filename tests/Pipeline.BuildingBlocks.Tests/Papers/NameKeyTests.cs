using System.Text;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("CIFAR-10", "CIFAR10", "Cifar 10 dataset", "the CIFAR-10 data set", "cifar_10", "CIFAR\u201110", "ＣＩＦＡＲ－１０", "CIFAR-10 test set")]
    [InlineData("MMLU", "the MMLU benchmark", "MMLU benchmark suite", "MMLU-benchmark", "𝐌𝐌𝐋𝐔", "M.M.L.U.")]
    [InlineData("SQuAD 2.0", "SQuAD2.0", "SQuAD v2.0", "SQuADv2.0", "squad-2.0")]
    [InlineData("beta-VAE", "β-VAE", "$\\beta$-VAE", "\\beta-VAE", "𝛽-VAE", "Β-VAE")]
    [InlineData("MuZero", "μZero", "µZero")]
    [InlineData("Alzheimer's corpus", "alzheimers", "Alzheimer\u2019s Corpora")]
    [InlineData("HumanEval+", "HumanEval+ benchmark", "HumanEval$^+$", "HumanEval⁺")]
    [InlineData("Poincaré", "Poincare", "Poincare\u0301")]
    [InlineData("ResNet-50", "\\textsc{ResNet}-50", "ResNet$_{50}$", "ResNet₅₀")]
    [InlineData("The Pile", "Pile", "the pile dataset")]
    public void Of_SpellingsOfOneName_Meet(params string[] names)
        => Assert.Single(names.Select(NameKey.Of).Distinct());

    [Theory]
    [InlineData("accuracy", "acc", "Acc.", "accuracies")]
    [InlineData("F1", "F1 score", "F1-score", "F1 scores", "f-measure", "F_1", "$F_1$", "$F_{1}$ score")]
    [InlineData("BLEU", "BLEU score")]
    [InlineData("BERTScore", "BERT score", "BERT-Score")]
    [InlineData("mIoU", "mean IoU", "mean intersection-over-union")]
    [InlineData("top-1", "Top-1 accuracy", "top-1 acc.")]
    [InlineData("Recall@10", "recall 10")]
    public void Of_NamesOfOneMetric_Meet(params string[] names)
        => Assert.Single(names.Select(NameKey.Of).Distinct());

    [Theory]
    [InlineData("CIFAR-10", "CIFAR-100")]
    [InlineData("HumanEval", "HumanEval+")]
    [InlineData("SQuAD1.1", "SQuAD2.0")]
    [InlineData("SQuAD", "SQuAD2.0")]
    [InlineData("YOLOv5", "YOLO5")]
    [InlineData("A-OKVQA", "OKVQA")]
    [InlineData("BERT", "BERTScore")]
    [InlineData("F1", "F2")]
    [InlineData("macro F1", "F1")]
    [InlineData("Common Corpus", "Common Crawl")]
    [InlineData("Testset", "Test")]
    [InlineData("Set", "the split")]
    public void Of_OtherNames_StayApart(string one, string other)
        => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("CIFAR-10", "cifar10")]
    [InlineData("SQuAD 2.0", "squad20")]
    [InlineData("the dataset", "dataset")]
    [InlineData("benchmark dataset", "benchmark")]
    [InlineData("The", "the")]
    [InlineData("a +", "a+")]
    [InlineData("test set", "testset")]
    [InlineData("data", "data")]
    [InlineData("\\text", "text")]
    [InlineData("C++", "c++")]
    [InlineData("Straße", "strasse")]
    [InlineData("数据集", "数据集")]
    [InlineData("", "")]
    [InlineData(" - ", "")]
    [InlineData("🤖", "")]
    public void Of_GivesThisKey(string name, string key)
        => Assert.Equal(key, NameKey.Of(name));

    [Fact]
    public void Of_AnyText_GivesAPlainKey()
    {
        var random = new Random(7);
        string[] parts = ["the ", "dataset", " test", "set", "-", "score", "v1.", "\\beta", "\\text", "{", "+", ".", "\0", "\uD835", "\uDC00", "é", "β", "9", " "];
        for (var round = 0; round < 20_000; round++)
        {
            var name = new StringBuilder();
            for (var i = random.Next(6); i >= 0; i--)
            {
                name.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : parts[random.Next(parts.Length)]);
            }

            var key = NameKey.Of(name.ToString());
            Assert.DoesNotContain(key, c => char.IsWhiteSpace(c) || char.IsAsciiLetterUpper(c) || c is '-' or '.' or '_');
            Assert.True(key.Length > 0 || !name.ToString().EnumerateRunes().Any(Rune.IsLetterOrDigit), $"no key for {name}");
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\\")]
    [InlineData(" dataset")]
    [InlineData("v1")]
    [InlineData(" ")]
    [InlineData("\uD800")]
    public void Of_AMillionTimesTheSame_Ends(string part)
        => Assert.NotNull(NameKey.Of(new StringBuilder().Insert(0, part, 1_000_000).ToString()));
}
