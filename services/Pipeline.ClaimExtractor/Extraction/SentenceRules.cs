using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Corrects what the discourse model says of a sentence where its own words leave no doubt.</summary>
/// <remarks>
/// Shares are of such sentences in our labels, train and dev part together: "we show that" tells a result in 500 of 507,
/// "we propose" a method where it is a contribution in 1,249 of 1,257, an announcement is no claim in 165 of 175.
/// </remarks>
internal readonly ref struct SentenceRules(TokenView view)
{
    /// <summary>How sure a rule is of a role, at least.</summary>
    public const double RoleScore = 0.98;

    private const double MostOfAnnouncement = 10.0 / 175;
    private const double MostDoubtful = 0.7;
    private const double LeastOfStatement = 0.98;
    private const double LeastOfPassive = 0.9;

    private readonly TokenView _view = view;
    private readonly Statement _said = Statements.Of(view);
    private readonly bool _isPromise = Promises.IsPromise(view);

    /// <summary>Highest score that the sentence may have as a claim.</summary>
    public double MostClaim => IsPromise ? Promises.MostScore : 1;

    // What is introduced and will be released is introduced.
    private bool IsPromise => _isPromise && !Says(Statement.Proposed);

    /// <summary>The score as a claim.</summary>
    /// <param name="score">What the model says.</param>
    /// <param name="isBackground">It speaks of what others did.</param>
    public double ClaimScore(double score, bool isBackground)
    {
        var least = Says(Statement.Shown | Statement.Argued | Statement.Proposed) ? LeastOfStatement : Says(Statement.IsProposed) && !isBackground ? LeastOfPassive : 0;
        return score < MostDoubtful && Says(Statement.Announced) ? Math.Min(score, MostOfAnnouncement) : Math.Min(Math.Max(score, least), MostClaim);
    }

    /// <summary>The type of a claim.</summary>
    /// <param name="likeliest">What the model says.</param>
    public ClaimType TypeOf(ClaimType likeliest)
        => Says(Statement.Proved) ? ClaimType.Theory
            : Says(Statement.Argued) ? ClaimType.Finding
            : likeliest == ClaimType.Result && (Says(Statement.Compared) || Rankings.Ranks(_view)) ? ClaimType.Comparison
            : likeliest;

    /// <summary>The role.</summary>
    /// <param name="likeliest">What the model says.</param>
    /// <param name="type">Type of the claim; null when it is none.</param>
    public SentenceRole RoleOf(SentenceRole likeliest, ClaimType? type) => type switch
    {
        null when IsPromise => SentenceRole.Other,
        null when likeliest == SentenceRole.Background && Says(Statement.Studied) => SentenceRole.Objective,
        ClaimType.Availability => SentenceRole.Other,
        not null when Says(Statement.Shown) => SentenceRole.Result,
        ClaimType.Contribution when likeliest == SentenceRole.Background || (likeliest != SentenceRole.Other && Says(Statement.Proposed)) => SentenceRole.Method,
        _ => likeliest,
    };

    private bool Says(Statement statement) => (_said & statement) != 0;
}
