using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.Delivery.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary><c>POST /subscriptions/{id}/rotate</c>.</summary>
internal static class RotateSecret
{
    private const int MaxKeepHours = 720;

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapPost("/subscriptions/{id}/rotate", RunAsync).Takes()
            .Accepts<RotateBody>(isOptional: true, "application/json")
            .Changes("rotateSecret", SubscriptionAnswers.Group, "Gives a webhook a new secret, shown in this answer and never again. Former ones sign on for a while.")
            .Produces<SubscriptionSecret>(StatusCodes.Status200OK, "application/json")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> RunAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, SubscriptionWork work, CancellationToken cancellationToken)
    {
        if (QueryReader.Of(context).Fault is { } fault)
        {
            return fault.Answer();
        }

        var (body, unread) = await JsonBody.ReadOrNewAsync<RotateBody>(context.Request, cancellationToken);
        if (body is null)
        {
            return unread!.Answer();
        }

        if (body.KeepHours is < 0 or > MaxKeepHours)
        {
            return Problems.BadBody("keepHours", $"It must lie between 0 and {MaxKeepHours}.").Answer();
        }

        if (SubscriptionAnswers.Id(id) is not { } key)
        {
            return SubscriptionAnswers.Unknown.Answer();
        }

        var keep = body.KeepHours is { } hours ? TimeSpan.FromHours(hours) : SubscriptionWork.DefaultKeep;
        var result = await work.RotateAsync(key, body.Secret, keep, SubscriptionAnswers.By(context), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return SubscriptionAnswers.Of(result, done => new SubscriptionSecret(done.Secret, SubscriptionView.Of(done.Subscription!)));
    }
}

/// <summary>How a secret is replaced.</summary>
public sealed record RotateBody
{
    /// <summary>The new secret: whsec_ and 24 to 64 bytes in base64. One is made when it is left out.</summary>
    public string? Secret { get; init; }

    /// <summary>Hours for which former secrets still sign, 0 to 720; 24 when left out.</summary>
    public int? KeepHours { get; init; }
}
