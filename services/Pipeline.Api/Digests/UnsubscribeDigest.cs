using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Api.Digests;

/// <summary><c>GET</c> and <c>POST /digests/unsubscribe</c>: a reader wants no more. The second is also one click of a mail program (RFC 8058).</summary>
internal static class UnsubscribeDigest
{
    private static ReaderPage Done { get; } = new(StatusCodes.Status200OK, "Unsubscribed", "No more mails of this digest will come.");

    public static void Map(IEndpointRouteBuilder routes)
        => ReaderLink.Map(routes, "/digests/unsubscribe", MailPurpose.Unsubscribe, Form, async (link, consent, cancellationToken) =>
            await consent.UnsubscribeAsync(link.Id, link.Token, cancellationToken) == ConsentAnswer.Done ? Done : ReaderPage.Unknown);

    private static ReaderPage Form(Subscription subscription) => DigestConsent.IsEnded(subscription)
        ? Done
        : new(StatusCodes.Status200OK, $"Unsubscribe from “{subscription.Name}”?", $"Its mails will no longer come to {subscription.Digest!.Address}.", "Unsubscribe");
}
