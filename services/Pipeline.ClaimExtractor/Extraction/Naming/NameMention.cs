namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>What rules say of a mention.</summary>
[Flags]
internal enum NameCue
{
    None = 0,

    /// <summary>The sentence introduces it: "we propose X".</summary>
    Introduced = 1,

    /// <summary>It stands in a list next to "datasets" or "benchmarks".</summary>
    BesideDataset = 2,

    /// <summary>A plain word at the start of a sentence: a name only when it is one elsewhere.</summary>
    Initial = 4,

    /// <summary>It is written out, its acronym stands beside it.</summary>
    LongForm = 8,

    /// <summary>It is the acronym of what is written out beside it.</summary>
    Acronym = 16,

    /// <summary>The words behind it call it a data set: "X, a large benchmark of".</summary>
    CalledDataset = 32,

    /// <summary>The words behind it call it a method.</summary>
    CalledMethod = 64,

    /// <summary>The words behind it call it a task or the like.</summary>
    CalledTask = 128,

    /// <summary>"datasets" stands shortly before it, or before the list that it stands in.</summary>
    AfterDataset = 256,

    /// <summary>Something was tried on it: "experiments on A and B".</summary>
    TriedOn = 512,
}

/// <summary>One place where something is called by a name.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">First token in it.</param>
/// <param name="Next">One past the last token.</param>
/// <param name="Key">Equal for spellings of one name, see <see cref="NameHash"/>.</param>
/// <param name="Cues">What rules say.</param>
internal readonly record struct NameMention(int Sentence, int First, int Next, uint Key, NameCue Cues)
{
    /// <summary>Whether a rule says this.</summary>
    public bool Has(NameCue cue) => (Cues & cue) != 0;
}
