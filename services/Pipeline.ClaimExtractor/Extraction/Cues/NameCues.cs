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
        "english", "chinese", "german", "french", "japanese", "transformer", "transformers", "bayesian", "python", "gaussian", "markov", "hessian", "lipschitz", "bert-style", "fourier", "euclidean", "riemannian", "monte", "pareto", "nash", "wasserstein", "adam", "arabic", "spanish", "indian", "african", "european", "hindi",
    ];

    /// <summary>Follow the name of a data set.</summary>
    public static readonly string[] DatasetNouns = ["dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "leaderboard", "testbed", "treebank"];

    /// <summary>Lead from "benchmarks" to a list of their names.</summary>
    public static readonly string[] ListOpenings = ["such as", "including", "like", ":", "- -", "(", ", including", ", such as", "namely", ", namely", "—"];

    /// <summary>Data sets known by name; <c>#</c> is any number.</summary>
    public static readonly string[] Datasets =
    [
        "cifar #", "cifar", "imagenet", "imagenet #", "tiny imagenet", "mnist", "fashion mnist", "emnist", "svhn", "coco", "ms coco", "mscoco", "pascal voc", "cityscapes", "ade20k", "celeba", "celeba hq", "ffhq", "afhq", "lsun", "kitti", "nuscenes", "waymo open", "librispeech", "voxceleb", "audioset", "glue", "superglue", "squad", "squad #", "mnli", "snli", "sst #", "imdb", "wikitext #", "wikitext", "openwebtext", "bookcorpus", "conll #", "ontonotes",
        "natural questions", "triviaqa", "hotpotqa", "musique", "gsm8k", "mmlu", "mmlu pro", "bbh", "big bench", "big bench hard", "humaneval", "humaneval #", "mbpp", "livecodebench", "swe bench", "mt bench", "mtbench", "alpacaeval", "alpacaeval #", "arena hard", "hellaswag", "winogrande", "piqa", "boolq", "commonsenseqa", "truthfulqa", "strategyqa", "openbookqa", "arc agi", "arc challenge", "gpqa", "gpqa diamond", "aime", "aime #", "math #", "ifeval", "bbob", "atari", "d4rl", "meta world", "libero", "calvin",
        "procgen", "openai gym", "minigrid", "movielens", "movielens #", "amazon reviews", "yelp", "criteo", "cora", "citeseer", "pubmed", "ogb", "qm9", "shapenet", "modelnet #", "scannet", "human # m", "kinetics #", "ucf #", "hmdb #", "something something", "ego4d", "videomme", "mvbench", "mmmu", "mathvista", "mmbench", "docvqa", "textvqa", "vqav2", "gqa", "flickr30k", "refcoco", "laion", "cc3m", "the pile", "redpajama", "slimpajama", "fineweb", "mimic iii", "mimic iv", "chexpert", "brats", "fastmri", "wmt #", "wmt", "iwslt", "flores", "flores #", "xnli", "babi", "longbench", "infinitebench", "webarena", "visualwebarena", "osworld", "mind2web", "bigcodebench", "codeforces", "super naturalinstructions", "super natural instructions", "unifiedskg", "promptsource", "flan",
    ];
}
