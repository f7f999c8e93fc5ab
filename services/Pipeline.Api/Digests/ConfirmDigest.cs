using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Api.Digests;

/// <summary><c>GET</c> and <c>POST /digests/confirm</c>: a reader says that the address wants a digest.</summary>
internal static class ConfirmDigest
{
    public static void Map(IEndpointRouteBuilder routes)
        => ReaderLink.Map(routes, "/digests/confirm", MailPurpose.Confirm, Form, async (link, consent, cancellationToken) =>
            await consent.ConfirmAsync(link.Id, link.Token, cancellationToken) switch
            {
                ConsentAnswer.Done => new(StatusCodes.Status200OK, "Confirmed", "The next mail comes at its usual time. Each one has a link to unsubscribe."),
                ConsentAnswer.Ended => Ended,
                _ => ReaderPage.Unknown,
            });

    private static ReaderPage Ended { get; } = new(
        StatusCodes.Status410Gone, "This digest has ended", "It cannot be confirmed any more. Whoever runs this service can set it up anew.");

    private static ReaderPage Form(Subscription subscription) => subscription.State switch
    {
        SubscriptionState.Pending => new(
            StatusCodes.Status200OK, $"Confirm “{subscription.Name}”", $"Mails of new papers will come to {subscription.Digest!.Address}.", "Confirm"),
        SubscriptionState.Disabled => Ended,
        _ => new(StatusCodes.Status200OK, "Confirmed already", "There is nothing more to do."),
    };
}
