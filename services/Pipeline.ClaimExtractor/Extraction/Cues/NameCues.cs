namespace Pipeline.ClaimExtractor.Extraction.Cues;

/// <summary>Words that lead to names, and names known beforehand.</summary>
internal static class NameCues
{
    /// <summary>What is introduced follows.</summary>
    public static readonly string[] Introductions =
    [
        "we|i * propose|introduce|present|develop|design|devise|create|build|release|construct", "paper|work|article|study|report * proposes|introduces|presents|develops|describes", "by * proposing|introducing|presenting", "motivate us to propose", "us to propose",
        "we * further propose|introduce",
    ];

    /// <summary>The name itself follows.</summary>
    public static readonly string[] Namings = ["called", "named", "dubbed", "termed", "coined", "which we call|name|dub|term", "we * call", "we name|dub|term", "referred to as", "abbreviated as", "namely"];

    /// <summary>End the phrase in which a new thing is described.</summary>
    public static readonly string[] DescriptionEnds = ["for", "to", "of", "in", "that", "which", "on", "by", "from", "where", "when", "as", "and", "at", "into", "within", "upon", "while"];

    /// <summary>Acronyms of fields and kinds of model, never names of a new method or a data set.</summary>
    public static readonly string[] CommonAcronyms =
    [
        "ai", "ml", "dl", "rl", "nlp", "nlu", "nlg", "cv", "llm", "llms", "lm", "lms", "vlm", "vlms", "mllm", "mllms", "slm", "slms", "plm", "plms", "lrm", "lrms", "vla", "vlas", "dnn", "dnns", "cnn", "cnns", "rnn", "rnns", "gnn", "gnns", "gan", "gans", "mlp", "mlps", "rnn's", "lstm", "lstms", "vae", "vaes", "mdp", "mdps", "pomdp", "sgd", "gpu", "gpus", "cpu", "cpus", "tpu", "tpus", "fpga", "fpgas", "api", "apis",
        "peft", "sft", "rlhf", "rag", "cot", "icl", "icv", "cl", "cil", "qa", "vqa", "nas", "iot", "mri", "ct", "eeg", "ecg", "asr", "tts", "ocr", "ood", "iid", "kv", "moe", "moes", "dit", "dits", "nerf", "nerfs", "gp", "gps", "bo", "pde", "pdes", "ode", "odes", "svm", "svms", "sota", "sem", "url", "html", "dna", "rna", "usa", "us", "uk", "eu", "hpc", "hci", "it", "we", "our", "the", "this", "a", "an", "in", "i", "these", "both",
        "english", "chinese", "german", "french", "japanese", "transformer", "transformers", "bayesian", "python", "gaussian", "markov", "hessian", "lipschitz", "bert-style", "fourier", "euclidean", "riemannian", "monte", "pareto", "nash", "wasserstein", "adam", "arabic", "spanish", "indian", "african", "european", "hindi", "italian", "russian", "korean", "portuguese", "turkish", "persian", "vietnamese", "indonesian", "dutch", "polish", "bengali", "urdu", "american", "western", "asian", "swedish", "greek", "hebrew", "latin", "cantonese", "mandarin", "windows", "linux", "android", "github", "huggingface", "hugging",
    ];

    /// <summary>Follow the name of a data set.</summary>
    public static readonly string[] DatasetNouns = ["dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "leaderboard", "testbed", "treebank", "testset", "database"];

    /// <summary>Lead from "benchmarks" to a list of their names.</summary>
    public static readonly string[] ListOpenings = ["such as", "including", "like", ":", "- -", "(", ", including", ", such as", "namely", ", namely", "—"];

    /// <summary>Say that what is named is no data set but a way of doing something.</summary>
    public static readonly string[] MethodNouns =
    [
        "framework", "method", "model", "models", "approach", "algorithm", "architecture", "network", "pipeline", "system", "paradigm", "strategy", "technique", "module", "mechanism", "methods", "agent", "toolkit", "library", "platform", "tool", "loss", "optimizer", "scheme", "family", "solution", "methodology", "recipe", "policy", "modules", "adapter",
    ];

    /// <summary>Stand in sentences that tell what was tried on what.</summary>
    public static readonly string[] EvaluationWords = ["experiments", "experiment", "evaluate", "evaluated", "evaluation", "evaluations", "results", "tested", "test", "validate", "experimental", "outperforms", "achieves", "trained", "performance"];

    /// <summary>Small words inside a name that is written out.</summary>
    public static readonly string[] InnerWords = ["of", "for", "and", "in", "the", "to", "with", "on", "from", "via", "as", "by", "a", "an"];

    /// <summary>Say that an address leads to code.</summary>
    public static readonly string[] CodeWords = ["code", "codes", "implementation", "implementations", "source", "codebase", "repository", "library", "toolkit", "package", "software", "scripts"];

    /// <summary>Say that an address leads to data.</summary>
    public static readonly string[] DataWords = ["data", "dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "annotations", "treebank"];

    /// <summary>Say that what is named is no method but something to be done or believed.</summary>
    public static readonly string[] TaskNouns = ["task", "tasks", "problem", "problems", "setting", "challenge", "hypothesis", "theorem", "syndrome", "disease", "disorder", "competition", "workshop"];

    /// <summary>LaTeX commands that only set the type of a name.</summary>
    public static readonly string[] TypeCommands = ["textbf", "textit", "texttt", "textsc", "textsf", "emph", "mathbf", "mathrm", "text", "bf", "it", "tt", "sc"];

    /// <summary>Stand between "datasets" and their names.</summary>
    public static readonly string[] ListLeads = ["including", "like", "namely", "called", "named", "dubbed", "termed", "as", "are", "is"];

    /// <summary>End compounds that describe and do not name: "LLM-driven".</summary>
    public static readonly string[] AdjectiveEnds = ["level", "driven", "aware", "like", "free", "style", "agnostic", "parameter", "specific", "friendly", "oriented", "centric", "wide", "scale", "and", "or", "beyond", "a", "an", "jury", "integrated"];

    /// <summary>End the names of what goes wrong or is only observed.</summary>
    public static readonly string[] ProblemNouns = ["mismatch", "gap", "bias", "forgetting", "collapse", "disregard", "phenomenon", "dilemma", "paradox", "drift", "degradation", "interference"];

    /// <summary>Lead to what is used for something else.</summary>
    public static readonly string[] Uses = ["using", "apply", "applies", "applying", "use", "uses", "utilizing", "utilizes", "utilize", "leveraging", "leverages", "leverage"];

    /// <summary>Say that one thing takes the place of another.</summary>
    public static readonly string[] Replacing = ["replacement", "replacements", "alternative", "alternatives", "substitute", "successor"];

    /// <summary>Are taken from data sets.</summary>
    public static readonly string[] TakenThings = ["tasks", "questions", "problems", "games", "environments", "instances"];

    /// <summary>Lead to lists of ways to do something.</summary>
    public static readonly string[] ManyMethods = ["solvers", "optimizers", "optimisers", "methods", "models", "algorithms", "techniques", "approaches", "architectures", "frameworks", "systems", "networks", "backbones", "encoders", "agents", "llms", "baselines", "classifiers", "detectors"];
}
