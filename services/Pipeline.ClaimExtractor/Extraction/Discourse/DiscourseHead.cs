namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>One question that the model answers for every sentence: its labels, and where their scores stand among all outputs.</summary>
/// <param name="Offset">First output.</param>
/// <param name="Labels">How many labels there are.</param>
internal readonly record struct DiscourseHead(int Offset, int Labels)
{
    /// <summary>Roles as crowd workers gave them to older abstracts of many fields (CSAbstruct), in the order of the enumeration.</summary>
    public static readonly DiscourseHead CrowdRoles = new(0, 5);

    /// <summary>Roles as our definitions have them, in the same order.</summary>
    public static readonly DiscourseHead Roles = new(5, 5);

    /// <summary>No claim, then the types of claim in the order of the enumeration.</summary>
    public static readonly DiscourseHead Claims = new(10, 7);

    /// <summary>Whether a sentence states what a paper of medicine or biology concludes: no, yes.</summary>
    public static readonly DiscourseHead MedicalMain = new(17, 2);

    /// <summary>Whether a sentence states what any other paper concludes: no, yes.</summary>
    public static readonly DiscourseHead Main = new(19, 2);

    /// <summary>Which kind of abstract this is: <see cref="Register"/>. Its scores are averaged over the sentences.</summary>
    public static readonly DiscourseHead Registers = new(21, 3);

    /// <summary>The heads whose labels form a chain over the sentences, in the order in which a model stores them.</summary>
    public static readonly DiscourseHead[] Chains = [CrowdRoles, Roles, Claims, MedicalMain, Main];

    /// <summary>Outputs of all heads together.</summary>
    public const int Outputs = 24;
}

/// <summary>The kinds of abstract between whose conventions the model weighs.</summary>
internal enum Register
{
    /// <summary>Like those of CSAbstruct: older, of many fields, with debris of their extraction.</summary>
    Crowd,

    /// <summary>Like those of arXiv.</summary>
    Arxiv,

    /// <summary>Like those of MEDLINE.</summary>
    Medical,
}
