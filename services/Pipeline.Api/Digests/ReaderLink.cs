using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Access;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Api.Digests;

/// <summary>A link of a mail, as a request brings it.</summary>
/// <param name="Id">The digest.</param>
/// <param name="Token">What shows that the mail was read.</param>
internal sealed record ReaderLink(Guid Id, string Token)
{
    private const int MaxToken = 100;

    /// <summary>Reads it from the query.</summary>
    /// <returns>Null when no mail can have had it.</returns>
    public static ReaderLink? Read(HttpRequest request)
        => Guid.TryParseExact(request.Query["id"].ToString(), "N", out var id) && request.Query["token"].ToString() is { Length: > 0 and <= MaxToken } token
            ? new(id, token)
            : null;

    /// <summary>Maps a page that shows a form to who opens the link, and does its work when that is sent.</summary>
    /// <remarks>Programs that look at mails open every link in them: opening changes nothing.</remarks>
    public static void Map(IEndpointRouteBuilder routes, string path, MailPurpose purpose, Func<Subscription, ReaderPage> form, Func<ReaderLink, DigestConsent, CancellationToken, Task<ReaderPage>> act)
    {
        routes.MapGet(path, async (HttpContext context, DigestConsent consent, CancellationToken cancellationToken) =>
            Read(context.Request) is { } link && await consent.FindAsync(link.Id, link.Token, purpose, cancellationToken) is { } subscription
                ? form(subscription)
                : ReaderPage.Unknown).WithMetadata(ForReaders.Mark).ExcludeFromDescription();
        routes.MapPost(path, async (HttpContext context, DigestConsent consent, CancellationToken cancellationToken) =>
            Read(context.Request) is { } link ? await act(link, consent, cancellationToken) : ReaderPage.Unknown).WithMetadata(ForReaders.Mark).ExcludeFromDescription();
    }
}
