using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Corrects what the discourse model says of a sentence where its own words leave no doubt.</summary>
/// <remarks>
/// Shares are of such sentences in our labels, train and dev part together: "we show that" tells a result in 500 of 507,
/// "we propose" a method where it is a contribution in 1,249 of 1,257, an announcement is no claim in 165 of 175, and neither is a bare aim in 27 of 28 or
/// an analysis without an outcome in 23 of 26; "we derive" is theory in 22 of 22; what is proposed and outperforms is a comparison in 11 of 12; what the
/// model takes for a comparison without a word that compares is none in 17 of 18 of the dev part.
/// </remarks>
internal readonly ref struct SentenceRules(TokenView view)
{
    /// <summary>How sure a rule is of a role, at least.</summary>
    public const double RoleScore = 0.98;

    private const Statement Stated = Statement.Shown | Statement.Argued | Statement.Proposed | Statement.Found | Statement.Derived;
    private const double MostOfAnnouncement = 10.0 / 175;
    private const double MostOfAim = 1.0 / 28;
    private const double MostOfAnalysis = 3.0 / 26;
    private const double MostDoubtful = 0.7;
    private const double LeastOfStatement = 0.98;
    private const double LeastOfPassive = 0.9;

    private readonly TokenView _view = view;
    private readonly Statement _said = Statements.Of(view);
    private readonly bool _isPromise = Promises.IsPromise(view);

    // What is introduced and will be released is introduced, and what is shown beside an aim is shown.
    private double MostClaim => IsPromise ? Promises.MostScore
        : Says(Stated | Statement.IsProposed | Statement.Reported) ? 1
        : Says(Statement.Aimed) ? MostOfAim
        : Says(Statement.Analysed) ? MostOfAnalysis
        : 1;

    private bool IsPromise => _isPromise && !Says(Statement.Proposed);

    /// <summary>The score as a claim, or as a main claim, as high as the words allow.</summary>
    /// <param name="score">What the model says.</param>
    public double Capped(double score)
        => score < MostDoubtful && Says(Statement.Announced) ? Math.Min(score, MostOfAnnouncement) : Math.Min(score, MostClaim);

    /// <summary>The score as a claim.</summary>
    /// <param name="score">What the model says.</param>
    /// <param name="isBackground">It speaks of what others did.</param>
    public double ClaimScore(double score, bool isBackground)
    {
        var least = Says(Stated) || (Says(Statement.Reported) && !isBackground) ? LeastOfStatement : Says(Statement.IsProposed) && !isBackground ? LeastOfPassive : 0;
        return Math.Min(Math.Max(Capped(score), least), MostClaim);
    }

    /// <summary>The type of a claim.</summary>
    /// <param name="likeliest">What the model says.</param>
    /// <param name="otherwise">What it says but for comparisons.</param>
    public ClaimType TypeOf(ClaimType likeliest, ClaimType otherwise)
        => Says(Statement.Proved | Statement.Derived) ? ClaimType.Theory
            : Says(Statement.Argued) || (likeliest == ClaimType.Result && Says(Statement.Found)) ? ClaimType.Finding
            : likeliest == ClaimType.Result && (Says(Statement.Compared) || Rankings.Ranks(_view)) ? ClaimType.Comparison
            : likeliest == ClaimType.Contribution && Says(Statement.Proposed | Statement.Brought) && Rankings.Ranks(_view) ? ClaimType.Comparison
            : likeliest == ClaimType.Comparison && !Comparisons.HasSign(_view) ? otherwise
            : likeliest;

    /// <summary>The role.</summary>
    /// <param name="likeliest">What the model says.</param>
    /// <param name="type">Type of the claim; null when it is none.</param>
    public SentenceRole RoleOf(SentenceRole likeliest, ClaimType? type) => type switch
    {
        null when IsPromise => SentenceRole.Other,
        null when likeliest == SentenceRole.Background && Says(Statement.Studied) => SentenceRole.Objective,
        null when likeliest != SentenceRole.Other && Says(Statement.Asked | Statement.Aimed) => SentenceRole.Objective,
        ClaimType.Availability => SentenceRole.Other,
        not null when Says(Statement.Shown | Statement.Found | Statement.Reported) => SentenceRole.Result,
        ClaimType.Contribution when likeliest == SentenceRole.Background || (likeliest != SentenceRole.Other && Says(Statement.Proposed)) => SentenceRole.Method,
        ClaimType.Comparison or ClaimType.Finding or ClaimType.Theory when likeliest is SentenceRole.Method or SentenceRole.Background && !Says(Statement.Proposed | Statement.Brought) => SentenceRole.Result,
        _ => likeliest,
    };

    private bool Says(Statement statement) => (_said & statement) != 0;
}
