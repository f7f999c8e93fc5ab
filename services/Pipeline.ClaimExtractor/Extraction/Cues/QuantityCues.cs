namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words around numbers.</summary>
internal static class QuantityCues
{
    /// <summary>Stand before a number and belong to it.</summary>
    public static readonly string[] Hedges =
    [
        "up to", "up to an|a", "over", "over a|an", "at least", "at most", "more than", "more than a|an", "less than", "fewer than", "greater than", "higher than", "lower than", "larger than", "smaller than", "nearly", "nearly a|an", "almost", "almost an|a", "about", "around",
        "approximately", "roughly", "well over", "as much as", "as many as", "as few as", "as little as", "as low as", "as high as", "close to", "below", "above", "exceeding", "about a|an", "around a|an", "roughly a|an", "approximately a|an", "~", "∼", "≈", "≃", ">", "<", "≥", "≤", "\\ sim", "an estimated", "sim", "no more than", "\\ approx", "\\ geq", "\\ leq", "\\ ge", "\\ le", "≳", "≲", "⩽", "⩾", "merely ~",
    ];

    /// <summary>Stand before a number, and in some kinds of text belong to it.</summary>
    public static readonly string[] Leads =
    [
        "within", "after", "before", "since", "for", "past", "last", "first", "top", "upper", "lower", "range", "range of|from", "ranging from|between", "ranges from|between", "average", "an average of", "average of", "mean", "near", "circa", "ca", "ca .", "c .", "every", "until",
        "over the|an|a", "in the order of", "of the order of", "on the order of", "order of", "to", "from", "between", "down to", "upto", "better than", "only", "just", "merely", "low as", "high as", "ph", "on average", "increases from", "increasing from", "decreases from", "at", "in", "by", "during", "the", "a", "total of", "a total of", "typically", "usually", "±", "as", "older than", "beyond",
    ];

    /// <summary>Stand between a value and its error; <c>pm</c> is what LaTeX left behind.</summary>
    public static readonly string[] PlusMinus = ["±", "pm", "\\ pm", "plus minus", "plus / minus", "plus or minus"];

    public static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    /// <summary>Follow a number directly and belong to it.</summary>
    public static readonly string[] Comparatives = ["faster", "slower", "fewer", "less", "more", "higher", "lower", "smaller", "larger", "better", "cheaper", "shorter", "longer", "greater"];

    /// <summary>Those of them that a reported number takes into its span.</summary>
    public static readonly string[] OwnComparatives = ["faster", "slower", "fewer", "less", "more"];

    public static readonly (string Word, double Value)[] NumberWords =
    [
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
        ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100),
    ];

    public static readonly (string Word, double Value)[] Multiples = [("twice", 2), ("thrice", 3), ("half", 0.5)];

    public static readonly (string Word, double Value)[] Magnitudes = [("k", 1e3), ("m", 1e6), ("b", 1e9), ("t", 1e12), ("hundred", 100), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];

    public static readonly string[] PercentUnits = ["%", "\\ %", "percent", "per cent", "% points", "% absolute points", "percentage points", "percentage point", "percent points", "pp", "\\ % points", "‰", "wt . %", "wt %", "vol %", "vol . %", "at . %", "at %", "mol %", "absolute points", "percentages", "percent point"];

    public static readonly string[] FactorUnits = ["x", "×", "times", "fold", "\\ times"];

    public static readonly string[] PointUnits = ["points", "point", "pts"];

    /// <summary>Units of measure, single words or marks; compounds are built of them.</summary>
    public static readonly string[] MeasureUnits =
    [
        "mm", "cm", "m", "km", "μm", "µm", "nm", "pm", "kg", "g", "mg", "μg", "µg", "ng", "s", "ms", "μs", "µs", "ns", "h", "hr", "hrs", "min", "mins", "sec", "secs", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "yr", "yrs",
        "ka", "ma", "ga", "hz", "khz", "mhz", "ghz", "k", "°", "c", "°c", "degrees", "degree", "ev", "kev", "mev", "gev", "mpa", "gpa", "kpa", "pa", "w", "kw", "mw", "v", "mv", "kv", "a", "μa", "db", "mb", "gb", "kb", "tb", "gib", "mib", "fps", "flops", "gflops", "tflops", "mflops", "ppm", "ppb", "mol", "mmol", "μmol", "mm", "μm", "l", "ml", "μl", "nt", "kr", "torr", "mbar", "μbar", "bar", "ha", "n", "j", "kj", "nj", "mj", "bp", "kbp", "da", "kda", "iu", "u", "rpm", "qps", "kcal", "meters", "metres", "meter", "metre", "kilometers", "kilometres", "miles", "cores", "passages", "mbps", "kbps", "gbps", "bps", "mwh", "kwh", "us", "ma", "mah", "rp", "rs", "kgs", "mwm", "emu", "nbar", "hpa", "ghz", "dpi", "lux", "cycles", "byr", "myr", "kyr", "passage", "mbsl", "vol", "ev", "decades", "decade", "centuries", "century", "millimeters", "centimeters", "centimetres", "nanometers", "micrometers", "kilograms", "grams", "tons", "tonnes", "ton", "acres", "hectares", "feet", "ft", "inches", "inch", "mile", "volts", "watts", "kilowatts", "joules", "decibels", "frames",  "usd", "dollars", "au", "ut", "Å", "mdeg", "ppt", "ppq", "\u212B", "mt", "gt", "db", "fps", "umol", "nmol", "pmol", "cfu", "cells", "vs", "mwh", "gw", "tw", "kbar", "atm", "psi", "mrad", "rad", "sr", "arcsec", "arcmin", "pc", "kpc", "mpc",
    ];

    /// <summary>Time units that may hang on a number by a hyphen.</summary>
    public static readonly string[] HyphenUnits = ["fold", "point", "points", "percent", "year", "month", "week", "day", "hour", "minute", "second", "km", "m", "mm", "cm", "nm", "kg", "days", "years", "hours", "weeks", "months", "minutes", "fold", "item", "degree", "degrees", "min", "ms", "ghz", "db", "s", "h"];

    /// <summary>Hang on an age or a length by a hyphen, so that the hyphen ends the unit: "64-year-old".</summary>
    public static readonly string[] Extents = ["old", "long", "thick", "wide", "deep", "high", "tall"];

    /// <summary>Things whose number is the scale of an evaluation or a benchmark; the number takes the noun when adjacent.</summary>
    public static readonly string[] ScaleNouns =
    [
        "datasets", "dataset", "benchmarks", "tasks", "models", "problems", "videos", "images", "questions", "languages", "games", "domains", "scenes", "environments", "samples", "examples", "llms", "vlms", "subtasks", "scenarios", "instances", "documents", "papers", "sentences", "queries", "instructions",
        "clips", "prompts", "subjects", "conversations", "dialogues", "annotations", "annotators", "sets", "corpora", "collections", "databases", "pairs", "trajectories", "episodes", "demonstrations", "objects", "repositories", "programs", "graphs", "tables", "baselines", "competitions", "participants", "patients", "users",
    ];

    /// <summary>Stand before the number of questions that a paper asks itself.</summary>
    public static readonly string[] Asking = ["address", "addresses", "addressing", "answer", "answers", "answering", "ask", "asks", "asking", "pose", "poses", "raise", "raises", "investigate", "investigates", "investigating", "explore", "explores", "study", "studies"];

    /// <summary>Stand before the number of an evaluation's scale.</summary>
    public static readonly string[] ScaleLeads = ["on", "across", "over", "of", "comprising", "containing", "contains", "spanning", "covering", "covers", "includes", "including", "with", "for", "from", "than", "comprises", "encompassing", "solves", "solve", "to", "least", "in", "both", "all", "nearly", "the", "using", "about", "approximately", "around", "evaluate", "evaluated", "collect", "collected", "annotated", "releases", "release", "against", "tested", "among"];

    /// <summary>Nouns whose number is a setting or a size, never a result.</summary>
    public static readonly string[] SettingNouns = ["parameters", "params", "bits", "bit", "layers", "parameter", "epochs", "steps", "gpus", "heads", "dimensions", "iterations", "tokens", "aspects", "ways", "stages", "phases", "components", "parts", "factors", "steps", "contributions", "challenges", "properties", "strategies", "kinds", "folds", "seeds", "nodes", "hidden", "neurons"];

    /// <summary>Words after which a bare number is a name or a place in the text.</summary>
    public static readonly string[] Labels = ["section", "sections", "fig", "figs", "figure", "figures", "table", "tables", "eq", "eqs", "equation", "theorem", "lemma", "algorithm", "chapter", "version", "v", "ver", "arxiv", "level", "phase", "stage", "type", "step", "class", "sect", "ref", "refs", "no", "vol", "gpt", "llama", "claude", "gemini", "python", "cuda", "appendix", "part", "page", "track", "task", "day", "grade", "top", "isbn", "doi", "et", "al", "axis", "axes", "sites", "site", "nos", "line", "lines", "column", "row", "number", "item", "case", "label", "labels", "experiment"];

    /// <summary>A bare number near one of these is a score.</summary>
    public static readonly string[] MetricWords =
    [
        "accuracy", "accuracies", "f1", "precision", "recall", "sensitivity", "specificity", "auc", "auroc", "bleu", "rouge", "perplexity", "rate", "rates", "ssim", "psnr", "fid", "map", "iou", "miou", "error", "errors", "latency", "throughput", "memory", "usage", "cost", "costs", "flops", "speed", "speedup", "runtime", "time", "loss", "score", "scores", "ratio", "ratios", "compression", "performance", "convergence",
        "efficiency", "overhead", "wer", "mse", "rmse", "mae", "correlation", "r2", "pass", "consumption", "parameters", "compute", "computation", "energy", "power", "bandwidth", "storage", "reward", "return", "quality", "fps", "meteor", "cider", "kappa", "likelihood", "dice", "sparsity", "inference", "acceleration", "training", "emissions", "factor", "footprint", "size", "samples", "tokens", "data", "accuracies", "aucs", "auprc", "lpips", "fvd", "mrr", "ndcg", "hits", "cider", "spice", "chrf", "comet", "em", "ap", "tpr", "fpr", "eer", "cer", "der", "mcc", "mbiou", "entropy", "gap", "disparities", "disparity", "divergence", "similarity", "agreement", "coverage", "diversity", "fidelity", "robustness", "toxicity", "hallucination", "hallucinations", "failures", "failure", "elo", "bias", "complexity", "duration", "delay", "relevance", "usability", "consistency", "perceptual", "budget", "variance", "generalization", "success", "coefficient", "mean", "aurocs", "precisions", "recalls", "ious", "mious", "throughputs", "latencies", "speeds", "speedups", "utilization", "concordance", "sensitivities", "specificities", "losses", "correlations", "toxicity", "steps", "calls", "evaluations", "iterations", "interactions", "count",
    ];

    /// <summary>Names of metrics that a number farther off in the sentence may belong to.</summary>
    public static readonly string[] MetricNouns =
    [
        "accuracy", "accuracies", "f1", "precision", "recall", "sensitivity", "specificity", "auc", "aucs", "auroc", "auprc", "bleu", "rouge", "perplexity", "ssim", "psnr", "lpips", "fid", "fvd", "iou", "miou", "latency", "throughput", "score", "scores", "rate", "rates",
        "performance", "wer", "cer", "eer", "mse", "rmse", "mae", "correlation", "consistency", "dice", "kappa", "speed", "runtime", "mrr", "ndcg", "cider", "spice", "meteor", "tpr", "fpr", "mcc", "error", "errors", "cost", "costs", "efficiency", "quality", "robustness", "entropy", "map", "reward", "success", "aurocs", "throughputs", "latencies", "sensitivities", "specificities", "utilization", "concordance",
    ];

    /// <summary>End the name of what is tested on.</summary>
    public static readonly string[] TestNouns =
    [
        "dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "task", "tasks", "set", "sets", "suite", "suites", "test", "tests", "problems", "challenge", "split", "splits", "classification", "detection", "segmentation", "captioning", "retrieval", "generation", "reasoning", "domain", "domains",
        "evaluations", "evaluation", "scenarios", "scenario", "environments", "languages", "leaderboard", "data", "recognition", "analysis", "questions", "images", "videos", "recording", "recordings",
    ];

    /// <summary>Those of them that nothing but data is called by.</summary>
    public static readonly string[] DataNouns =
    [
        "dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "leaderboard", "split", "splits", "testbed", "suite", "suites", "task", "tasks", "cases", "hospital", "hospitals", "recording", "recordings", "scenarios", "categories", "database", "databases",
    ];

    /// <summary>Run what is measured, which is not measured on them.</summary>
    public static readonly string[] Devices = ["gpu", "gpus", "cpu", "cpus", "tpu", "tpus", "device", "devices", "card", "cards", "machine", "machines", "hardware", "laptop", "phone", "node", "nodes", "server", "servers", "chip", "fpga", "fpgas", "average", "steps", "groups"];

    /// <summary>Stand with a word such as "dataset" and point back to one named before.</summary>
    public static readonly string[] BackPointers = ["this", "these", "both", "all", "the", "our", "its", "respective", "same", "such", "each", "and"];

    /// <summary>Say too little of data to be remembered: "numerical data", "popular datasets".</summary>
    public static readonly string[] VagueWords = ["synthetic", "various", "several", "different", "other", "many", "full", "entire", "new", "numerical", "real", "world", "-", "diverse", "large", "scale", "annotated", "existing", "public", "downstream", "popular", "current", "more", "large", "studies"];

    /// <summary>Say only that there are many of what follows "of".</summary>
    public static readonly string[] Collections = ["set", "number", "variety", "range", "collection", "suite", "series", "selection"];

    /// <summary>Stand before the number of what a data set holds.</summary>
    public static readonly string[] Holders = ["contains", "comprises", "includes", "contain", "comprising", "containing", "covers", "covering", "spans", "spanning", "has", "of", "with", "features", "provides"];

    /// <summary>Verbs whose subject a result belongs to.</summary>
    public static readonly string[] ResultVerbs =
    [
        "achieves", "achieve", "achieved", "reaches", "reach", "reached", "attains", "attained", "obtains", "obtained", "yields", "yield", "yielded", "outperforms", "outperform", "outperformed", "surpasses", "surpassed", "exceeds", "exceeded", "beats", "improves", "improve", "improved", "reduces", "reduce", "reduced",
        "increases", "increase", "increased", "decreases", "decreased", "boosts", "boosted", "raises", "raised", "cuts", "lowers", "lowered", "delivers", "delivered", "gains", "gained", "saves", "scores", "scored", "accelerates", "accelerated", "requires", "require", "required", "enhances", "enhanced", "shows", "showed", "show",
        "demonstrates", "demonstrated", "provides", "provided", "produces", "produced", "maintains", "maintained", "retains", "retained", "enables", "enabled", "leads", "led", "runs", "uses", "drops", "dropped", "exhibits", "exhibited", "localizes", "performs", "performed", "offers", "recovers", "solves", "solved", "is", "are", "was", "were", "has", "have",
    ];

    /// <summary>Pronouns that are compared with, and say nothing; and what labels are compared with.</summary>
    public static readonly string[] Objects = ["them", "it", "that", "those", "this", "these", "each", "ground"];

    /// <summary>Say how good a metric came out, and are no part of its name.</summary>
    public static readonly string[] Praise = ["significant", "superior", "substantial", "remarkable", "notable", "better", "higher", "strong", "excellent", "competitive", "impressive", "improved", "new", "best", "high", "highest", "low", "lowest"];

    /// <summary>Attach words to the noun before them.</summary>
    public static readonly string[] Attachments = ["of", "on", "with", "from", "for", "in"];

    /// <summary>What a paper calls the thing it introduces.</summary>
    public static readonly string[] OwnNouns = ["approach", "method", "model", "framework", "system", "technique", "algorithm", "pipeline", "architecture", "solution", "strategy", "models", "methods", "agent", "network"];

    /// <summary>Stand for the subject of an earlier sentence.</summary>
    public static readonly string[] Pronouns = ["we", "it", "they", "this", "these", "which", "that", "results", "experiments", "evaluations", "there", "study", "analysis", "findings"];

    /// <summary>A decimal or whole number after these, possibly over one small word, is a score.</summary>
    public static readonly string[] ScoreWords = ["accuracy", "accuracies", "f1", "precision", "recall", "sensitivity", "specificity", "auc", "auroc", "bleu", "rouge", "perplexity", "ssim", "psnr", "fid", "map", "iou", "miou", "error", "score", "scores", "wer", "mse", "rmse", "mae", "correlation", "ratio", "factor", "coefficient", "kappa", "index", "dice"];

    public static readonly string[] Increases = ["raised", "elevates", "elevated", "elevating", "rising", "improve", "improves", "improved", "improving", "improvement", "improvements", "gain", "gains", "increase", "increases", "increased", "increasing", "boost", "boosts", "boosting", "boosted", "speedup", "speedups", "speeds", "speed", "speeding", "acceleration", "accelerates", "accelerating", "accelerate", "faster", "higher", "more", "larger", "better", "greater", "longer", "surpasses", "surpass", "surpassing", "outperforms", "outperform", "outperforming", "outperformed", "exceeds", "raises", "raising", "enhances", "enhancing", "enhancement", "rise", "rises", "rose", "grows", "leads", "lead", "leading", "raise", "surpassed", "exceed", "exceeded", "exceeding", "accelerated", "boosted", "advances", "enhanced", "improvement"];

    public static readonly string[] Decreases = ["reduce", "reduces", "reduced", "reducing", "reduction", "reductions", "fewer", "less", "lower", "lowers", "lowering", "drop", "drops", "dropped", "decrease", "decreases", "decreased", "decreasing", "slower", "smaller", "cheaper", "shorter", "saving", "savings", "saves", "save", "cuts", "cut", "cutting", "decline", "declines", "declined", "degradation", "loss", "falls", "fell", "shrinks", "shrinking", "minimizes", "cutting", "close", "closes", "closing", "lags", "lag", "lagging", "trailing", "trails", "degrades", "degrade", "degraded", "underperforms", "shrink", "eliminates", "mitigates"];

    /// <summary>End a phrase that is being read as metric, baseline or entity.</summary>
    public static readonly string[] PhraseEnds = ["on", "in", "for", "while", "when", "with", "by", "at", "and", "or", "using", "of", "to", "as", "that", "which", "without", "across", "over", "than", "from", "but", "is", "are", "was", "were", "has", "have", "can", "under", "during", "after", "before", "compared", "respectively", "via", "through", "where", "if", "despite", "achieving", "achieves", "achieve", "show", "shows", "we", "it", "including", "even", "only",
        "demonstrate", "demonstrates", "demonstrating", "demonstrated", "prove", "proves", "indicate", "indicates", "indicating", "reveal", "reveals", "revealing", "validate", "validates", "confirm", "confirms", "verify", "verifies", "suggest", "suggests", "highlight", "highlights", "surpass", "surpasses", "surpassing", "outperform", "outperforms", "outperforming",
        "exceed", "exceeds", "reach", "reaches", "attains", "yields", "maintains", "maintaining", "requires", "exhibits", "exhibit", "account", "receive", "specifically", "such", "because", "since", "whereas", "into", "within", "between", "beyond", "per", "against", "must", "may", "be", "comprising", "containing", "consisting", "spanning", "covering"];

    public static readonly string[] Articles = ["the", "a", "an", "our", "its", "their", "this", "that", "these"];

    public static readonly string[] Links = ["by", "of", "to", "at", "a", "an", "up", "over", "nearly", "about", "around", "approximately", "least", "more", "than", "is", "reaches", "with", "only", "just", "roughly", "almost", "average", "on", "as", "from", "an", "the", "="];

    public static readonly string[] Against = ["than", "over", "compared to", "compared with", "relative to", "vs", "versus", "against", "compared against", "in comparison to|with", "gap to|with"];

    public static readonly string[] Beats = ["leads state", "beat", "beating", "outperforms", "outperform", "outperforming", "outperformed", "surpasses", "surpass", "surpassing", "beats", "exceeds", "exceeding", "improves over|on|upon", "improving over|on|upon"];

    public static readonly string[] OrdersOfMagnitude = ["order of magnitude", "orders of magnitude"];

    /// <summary>Follow "half" and "twice" where they are numbers.</summary>
    public static readonly string[] PartLeads = ["the", "of", "as", "that", "their", "its", "our", "more", "faster", "fewer", "less"];

    /// <summary>Follow "three times" where it is a factor and no number of repetitions.</summary>
    public static readonly string[] TimesLeads = ["as", "the", "speedup", "speed", "acceleration", "better", "than", "compared", "improvement", "reduction", "increase", "that", "compression", "lower", "higher"];

    /// <summary>Follow a percentage that is a setting of the statistics.</summary>
    public static readonly string[] NotReported = ["confidence", "ci", "credible", "cis", "significance"];

    public static readonly string[] RangeOpenings = ["from", "between"];

    public static readonly string[] RangeLinks = ["to", "and", "-", "–", "—", "−"];

    public static readonly string[] ListLinks = [",", "and", "or", "&"];

    /// <summary>Tell the sides that parallel numbers are apart in.</summary>
    public static readonly string[] Sides = ["in", "on", "over", "for", "under", "at", "against", "across"];

    /// <summary>Lead to what a list of numbers was measured on or of.</summary>
    public static readonly string[] Places = ["on", "in", "for", "of", "across", "over", "at"];
}
