using System.Collections.Frozen;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Metrics that papers call by several names. Pure.</summary>
internal static class MetricNames
{
    private static readonly (string Usual, string[] Others)[] Table =
    [
        ("accuracy", ["acc", "accs", "accuracies"]),
        ("top1accuracy", ["top1", "top1acc", "top1accuracies"]),
        ("top5accuracy", ["top5", "top5acc", "top5accuracies"]),
        ("f1", ["f1measure", "fmeasure", "f1s"]),
        ("macrof1", ["macrof", "macroaveragedf1", "f1macro"]),
        ("microf1", ["microf", "microaveragedf1", "f1micro"]),
        ("precision", ["prec"]),
        ("exactmatch", ["em"]),
        ("perplexity", ["ppl", "perplexities"]),
        ("successrate", ["sr", "successrates"]),
        ("map", ["meanaverageprecision"]),
        ("iou", ["intersectionoverunion"]),
        ("miou", ["meaniou", "meanintersectionoverunion"]),
        ("dice", ["dicecoefficient", "dicesimilaritycoefficient", "dsc"]),
        ("auroc", ["auc", "rocauc", "aucroc", "areaunderthecurve", "areaundertheroccurve"]),
        ("wer", ["worderrorrate", "worderrorrates"]),
        ("cer", ["charactererrorrate", "charactererrorrates"]),
        ("fid", ["frechetinceptiondistance"]),
        ("psnr", ["peaksignaltonoiseratio"]),
        ("ssim", ["structuralsimilarity", "structuralsimilarityindex"]),
        ("mse", ["meansquarederror", "meansquareerror"]),
        ("rmse", ["rootmeansquarederror", "rootmeansquareerror"]),
        ("mae", ["meanabsoluteerror"]),
        ("mrr", ["meanreciprocalrank"]),
        ("flops", ["flop", "floatingpointoperations"]),
    ];

    // Behind these "score" is part of the name: without it they name something else.
    private static readonly FrozenSet<string> Scores = FrozenSet.ToFrozenSet(["bert", "bart", "clip", "blip", "inception", "z"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> UsualOf = Table
        .SelectMany(row => row.Others.Select(other => KeyValuePair.Create(other, row.Usual)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name most papers use for a metric; any other key as it is.</summary>
    public static string Usual(string key) => UsualOf.GetValueOrDefault(key, key);

    /// <summary>Whether "score" behind these letters belongs to the name.</summary>
    public static bool KeepsScore(ReadOnlySpan<char> name)
        => Scores.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.TrimEnd([NameLetters.Space, NameLetters.Joint]));
}
