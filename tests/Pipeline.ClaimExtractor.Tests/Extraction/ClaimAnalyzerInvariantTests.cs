using System.Globalization;
using System.Text.Json;
using CsCheck;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>What holds for any text at all, lone surrogates included.</summary>
public sealed class ClaimAnalyzerInvariantTests
{
    private const int LongestText = PaperText.MaxAbstractLength;

    private static readonly Gen<string> Noise = Gen.Char['\0', '\uffff'].Array[0, 300].Select(chars => new string(chars));

    // Pieces that the rules react to, put together in any order.
    private static readonly string[] Pieces =
    [
        "We propose ", "KiteNet", " (KN) ", "outperforms ", "the ", "by ", "5", "%", ".", "3", "-", "–", "±", "pm", "+-", "x ", " times", "from ", " to ", "between ", " and ", ",", "\\%", "~", "up to ", "half the ", "an order of magnitude ",
        " on CIFAR-10 ", " dataset", "datasets such as ", "https://a.b/c", "www.", "(", ")", "[", "]", "\"", "'", "e.g. ", "et al. ", "A. ", "\n\n", "\n", " ", "\t", "\ud800", "\udc00", "\U0001F600", "\u0301", "。", "…", "1,234", "2021", "°C", " m s−1", "accuracy ", "of ", "respectively", "Code is available at ", "\0", "\u00a0", "\u2028",
        "We find that ", "These results suggest that ", "fewer ", "than ", "two ", "tasks ", "K ", "M ", "=", "<", ".05", "/",
    ];

    private static readonly Gen<string> Compositions = Gen.OneOf(Pieces).Array[0, 120].Select(string.Concat);

    private const string Plain =
        "Kites (e.g., box kites) have been flown since 500 BC [1, 2]. However, gusts of up to 12.5 m/s remain hard. We propose KiteNet, a $\\sim$3B tail that is 3.67times "
        + "lighter. On CIFAR-10 and KiteBench it improves F1 from 80.1 to 83.4 (0.990±0.006), outperforming LoRA at 80.06% by 4.6%, 4.13% and 2.39%, respectively. "
        + "These results suggest that kites fly. Code is available at https://github.com/kites/kitenet.";

    // A plain abstract in which pieces are replaced by others, or are missing.
    private static readonly Gen<string> Mutations = Gen.Select(Gen.Int[0, Plain.Length - 1], Gen.Int[0, 30], Gen.OneOf(Gen.OneOf(Pieces), Noise.Select(noise => noise[..Math.Min(4, noise.Length)])))
        .Array[1, 8]
        .Select(changes => changes.Aggregate(Plain, (text, change) => string.Concat(
            text.AsSpan(0, Math.Min(change.Item1, text.Length)), change.Item3, text.AsSpan(Math.Min(change.Item1 + change.Item2, text.Length)))));

    private static readonly Gen<string> Texts = Gen.OneOf(Noise, Compositions, Mutations, Gen.Select(Noise, Compositions, string.Concat));

    private static readonly long Inputs = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_INVARIANT_INPUTS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public void Analyze_AnyText_InvariantsHold()
        => Texts.Sample(text => CheckWhole(text, Some.Analysis(text)), iter: Inputs);

    [Fact]
    public void Analyze_AnySentences_AreFollowedOneToOne()
        => Texts.Array[0, 6].Sample(sentences =>
        {
            var analysis = new ClaimAnalyzer().Analyze(Some.PaperId, string.Concat(sentences), sentences);

            Assert.Equal(sentences, analysis.Sentences.Select(sentence => string.Join(' ', sentences)[sentence.Start..sentence.End]));
            Check(string.Join(' ', sentences), analysis);
        }, iter: 300);

    [Fact]
    public void Analyze_SameTextAgain_GivesTheSameBytes()
        => Texts.Sample(text => Assert.Equal(Bytes(Some.Analysis(text)), Bytes(Some.Analysis(new string(text.AsSpan())))), iter: 200);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Analyze_LongestText_InvariantsHold(string unit)
    {
        var text = Repeat(unit, LongestText);

        CheckWhole(text, Some.Analysis(text));
    }

    // What is allocated follows what is found and kept; work that grows faster than the text shows in it, and in the run never ending.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Analyze_TenTimesTheText_AllocatesAboutTenTimesAsMuch(string unit)
    {
        var small = Repeat(unit, 10_000);
        var large = Repeat(unit, 100_000);
        Allocated(small);

        Assert.InRange(Allocated(large), 0, (15 * Allocated(small)) + 100_000);
    }

    public static TheoryData<string> Hostile() =>
    [
        "a", "A", "7", ".", ",", "(", ")", "-", "%", " ", "\n", "\ud800", "\0", "a.", "A. ", "1. ", "5% ", "5%, ", "5 and ", "1-", "a-", "A-1", "pm0.1", "+-1", "www.", "http://", "https://a ", "((", "\n ", "we ", "we also ",
        "results a ", "CIFAR-10 ", "Abc dataset ", "We propose Abc", "We propose KiteNet. ", "We find it. ", "up to ", "from 1 to ", "an order of magnitude ", "\"'", "e.g. ", "....", "over a 5% ", "Xy, dataset ", "(AB) ", "A Bc (AB) ", "AB, ", "\\textbf{", "AB's ", "1,234,567,",
    ];

    private static void CheckWhole(string text, ClaimAnalysis analysis)
    {
        Check(text, analysis);
        var covered = new bool[text.Length];
        foreach (var sentence in analysis.Sentences)
        {
            Assert.True(sentence.Start < sentence.End);
            Array.Fill(covered, true, sentence.Start, sentence.End - sentence.Start);
        }

        Assert.DoesNotContain(Enumerable.Range(0, text.Length), i => !covered[i] && !char.IsWhiteSpace(text[i]));
    }

    private static void Check(string text, ClaimAnalysis analysis)
    {
        CheckOrder(analysis.Sentences.Select(sentence => (sentence.Start, sentence.End)), text.Length);
        CheckOrder(analysis.Quantities.Select(quantity => (quantity.Start, quantity.End)), text.Length);
        CheckOrder(analysis.Urls.Select(url => (url.Start, url.End)), text.Length);
        Assert.All(analysis.Sentences, sentence => Assert.InRange(sentence.RoleScore + sentence.ClaimScore + sentence.MainClaimScore, 0, 3));
        Assert.All(analysis.Sentences, sentence => Assert.Equal(sentence.Claim, sentence.ClaimType is not null));
        Assert.Equal(
            analysis.Sentences.Where(sentence => sentence.Claim).Select(sentence => (sentence.Start, sentence.End, sentence.ClaimType!.Value)),
            analysis.Claims.Select(claim => (claim.Start, claim.End, claim.Type)));
        Assert.Equal(analysis.Claims.Count, analysis.Claims.Select(claim => claim.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (var quote in analysis.Urls.Concat(analysis.Names.Methods).Concat(analysis.Names.Datasets).Concat(analysis.Names.Metrics))
        {
            Assert.Equal(text[quote.Start..quote.End], quote.Text);
        }

        foreach (var quantity in analysis.Quantities)
        {
            Assert.Equal(text[quantity.Start..quantity.End], quantity.Text);
            Assert.All(quantity.Values, value => Assert.True(double.IsFinite(value)));
            Assert.All(quantity.Spans, span => Assert.Equal(Named(quantity, span.Key), span.Value.Of(text)));
        }

        CheckQuantitiesOfClaims(text, analysis);
    }

    private static void CheckQuantitiesOfClaims(string text, ClaimAnalysis analysis)
    {
        var next = 0;
        foreach (var claim in analysis.Claims)
        {
            Assert.Equal(text[claim.Start..claim.End], claim.Text);
            while (next < analysis.Quantities.Count && analysis.Quantities[next].Start < claim.Start)
            {
                next++;
            }

            var inside = new List<Quantity>();
            while (next < analysis.Quantities.Count && analysis.Quantities[next].End <= claim.End)
            {
                inside.Add(analysis.Quantities[next++]);
            }

            Assert.Equal(inside, claim.Quantities);
        }
    }

    private static void CheckOrder(IEnumerable<(int Start, int End)> spans, int length)
    {
        var end = 0;
        foreach (var span in spans)
        {
            Assert.True(end <= span.Start && span.Start <= span.End && span.End <= length, $"{span} stands behind {end}, in a text of {length}");
            end = span.End;
        }
    }

    private static string? Named(Quantity quantity, string name) => name switch
    {
        "metric" => quantity.Metric,
        "baseline" => quantity.Baseline,
        "dataset" => quantity.Dataset,
        _ => quantity.Entity,
    };

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(Some.Analysis(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Bytes(ClaimAnalysis analysis) => JsonSerializer.SerializeToUtf8Bytes(analysis, PaperJson.Options);
}
