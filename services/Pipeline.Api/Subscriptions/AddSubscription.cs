using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.Delivery.Subscriptions;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Subscriptions;

/// <summary><c>POST /subscriptions</c>.</summary>
internal static class AddSubscription
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapPost("/subscriptions", RunAsync).Takes()
            .Accepts<NewSubscriptionBody>("application/json")
            .Changes("addSubscription", SubscriptionAnswers.Group, "Adds a webhook or a digest. The secret of a webhook is shown in this answer and never again; a digest that no mail server could ever ask for is refused.")
            .Produces<AddedSubscription>(StatusCodes.Status201Created, "application/json")
            .Fails(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> RunAsync(HttpContext context, SubscriptionWork work, TopicLookup known, DigestOutlook digests, CancellationToken cancellationToken)
    {
        if (QueryReader.Of(context).Fault is { } fault)
        {
            return fault.Answer();
        }

        var (body, unread) = await JsonBody.ReadAsync<NewSubscriptionBody>(context.Request, cancellationToken);
        if (body is null)
        {
            return unread!.Answer();
        }

        var (request, wrong) = SubscriptionReading.Read(body, known);
        if (request is null)
        {
            return wrong!.Answer();
        }

        if (request.Digest is not null && digests.Refusal is { } refusal)
        {
            return refusal.Answer();
        }

        var result = await work.AddAsync(request, SubscriptionAnswers.By(context), cancellationToken);
        if (result.Subscription is { } added)
        {
            context.Response.Headers.Location = $"/subscriptions/{added.Id:D}";
            context.Response.Headers.CacheControl = "no-store";
        }

        return SubscriptionAnswers.Of(
            result,
            done => new AddedSubscription(done.Secret, SubscriptionView.Of(done.Subscription!), request.Digest is null ? null : digests.Notice),
            StatusCodes.Status201Created);
    }
}
