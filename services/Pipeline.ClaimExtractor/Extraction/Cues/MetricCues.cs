namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Names of evaluation measures: a small closed world, unlike names of methods and data sets.</summary>
internal static class MetricCues
{
    /// <summary>Measures, as written; <c>#</c> is any number.</summary>
    public static readonly string[] Names =
    [
        "accuracy", "accuracies", "top # accuracy", "balanced accuracy", "precision", "recall", "sensitivity", "specificity",
        "f1", "f #", "f1 score|scores|measure|macro|micro", "f # score|scores|measure", "f score|scores|measure|measures", "macro|micro f1", "macro|micro f1 score|scores", "macro|micro averaged f1", "v measure",
        "auroc", "auprc", "roc auc", "auc roc", "area under the curve", "area under the roc curve", "map@k", "mean average precision", "average precision", "mean reciprocal rank", "ndcg", "ndcg #", "hit rate", 
        "bleu", "sacrebleu", "bleurt", "chrf", "comet score|scores", "rouge", "rouge l|lsum|w|n|su", "rouge #", "bleu #", "bertscore", "bartscore", "moverscore", "clipscore", "clip score|scores",
        "perplexity", "perplexities", "ppl", "bits per byte|character|dim", "exact match", "pass@k", "win rate|rates", "success rate|rates", "elo rating|ratings|score|scores", "completion rate|rates", "attack success rate|rates", "hallucination rate|rates",
        "word error rate|rates", "character error rate|rates", "equal error rate|rates", "phone|phoneme error rate|rates", "diarization error rate", "error rate|rates", "false positive|negative rate|rates", "true positive rate|rates", "false negative identification rate|rates", "mean opinion score|scores", "pesq", "si sdr", "si snr", 
        "rmse", "nrmse", "root mean square|squared error|errors", "mean square|squared error|errors", "mean absolute error|errors", "absolute trajectory error", "relative translation|pose error", "r #", "coefficient of determination", "pearson correlation", "spearman correlation", "pearson correlation coefficient", "spearman's rank correlation", "correlation coefficient", "kendall's tau", "cohen's kappa", "kappa coefficient", "fleiss kappa", "matthews correlation coefficient", "expected calibration error", "brier score|scores", "c index", "concordance index",
        "iou", "miou", "mean iou", "mean intersection over union", "intersection over union", "dice", "dice score|scores|coefficient|coefficients", "dice similarity coefficient", "hausdorff distance", "hd #", "pck", "mpjpe", "pa mpjpe", "chamfer distance", "idf1", 
        "psnr", "ssim", "lpips", "fvd", "inception score", "frechet inception distance", "fréchet inception distance", "frechet video distance", "structural similarity index", "peak signal to noise ratio", "signal to noise ratio", "contrast to noise ratio", "niqe", 
        "flops", "frames per second", "ttft", "time to first token", "tokens per second", "throughput", "sharpe ratio",
        "inter annotator|rater agreement", "attachment score|scores", "spectral efficiency", "sum spectral efficiency", "error reduction",
    ];

    /// <summary>Measures that are ordinary words unless written in capitals.</summary>
    public static readonly string[] Acronyms =
    [
        "map", "map@ #", "ter", "hter", "meteor", "spice", "cider", "kid", "fad", "mos", "nds", "dsc", "mae", "mse", "mape", "las", "uas", "comet", "mrr", "wer", "cer", "ece", "sdr", "stoi", "mcc", "eer", "mota", "hota", "auc", "fid", "fps",
    ];

    /// <summary>Measures whose words mean much else: counted only beside numbers or other measures.</summary>
    public static readonly string[] Common = ["precision", "recall", "sensitivity", "specificity", "throughput"];

    /// <summary>Follow a name that is thereby a measure: "the X metric".</summary>
    public static readonly string[] Tails = ["metric", "metrics"];

    /// <summary>End the written-out name of a measure.</summary>
    public static readonly string[] Heads = ["rate", "score", "index", "error", "distance", "ratio", "metric", "similarity", "accuracy", "diversity"];
}
