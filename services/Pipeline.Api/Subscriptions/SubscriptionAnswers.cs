using Microsoft.AspNetCore.Http;
using Pipeline.Api.Access;
using Pipeline.Api.Answers;
using Pipeline.Api.Errors;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary>What the endpoints of subscriptions share.</summary>
internal static class SubscriptionAnswers
{
    public const string Group = "subscriptions";

    public const string IdDescription = "Id of a subscription.";

    public static Problem Unknown { get; } = Problems.NoSuch("subscription", "/subscriptions");

    /// <summary>Who asks, for the record; only those with a key get so far.</summary>
    public static string By(HttpContext context) => $"api:{Identity.Of(context).Caller!.Name}";

    /// <summary>The subscription that a path names; null when none can have that id.</summary>
    public static Guid? Id(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    /// <summary>Says what became of a wish.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="answer">What is shown when it was done.</param>
    /// <param name="status">Status of that.</param>
    public static IResult Of<T>(SubscriptionResult result, Func<SubscriptionResult, T> answer, int status = StatusCodes.Status200OK)
        => result.Refusal is { } refusal ? Refusal(refusal).Answer() : TypedResults.Json(answer(result), PaperJson.Options, Answer.Json, status);

    /// <summary>The problem of a refusal.</summary>
    public static Problem Refusal(SubscriptionRefusal refusal) => refusal switch
    {
        { Kind: RefusalKind.Unknown } => Unknown,
        { Kind: RefusalKind.Conflict } => Problems.Conflict(refusal.Detail),
        _ => Problems.BadBody(refusal.Field!, refusal.Detail),
    };
}
