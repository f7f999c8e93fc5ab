using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Api.Answers;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Feeds;

/// <summary>What every feed is made by.</summary>
/// <param name="Format">Of the path: <c>atom</c> or <c>json</c>.</param>
/// <param name="Name">What the feed is about, as the end of its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Query">Its papers.</param>
internal sealed record FeedRequest(string Format, string Name, string Title, PaperQuery Query)
{
    public const string FormatDescription = "atom or json.";

    private const string Cursor = "cursor";

    /// <summary>Whether a path asks for a form there is.</summary>
    public static bool IsFormat(string format) => format is "atom" or "json";

    /// <summary>The end of the id of a feed that is known by its parameters alone.</summary>
    public static string NameOf(HttpRequest request)
    {
        var parameters = request.Query.Where(pair => pair.Key is not (Cursor or "limit"))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={Uri.EscapeDataString(value ?? "")}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('&', parameters))).AsSpan(0, 16));
    }

    /// <summary>Answers it.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, QueryReader reader, IPaperStore papers, TopicLookup known, CancellationToken cancellationToken)
    {
        var limit = reader.Whole(CommonParameters.Limit)!.Value;
        var query = Query with { After = PlaceReader.Read(reader, context.Request)?.Paper, Limit = limit + 1 };
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        var found = await papers.QueryAsync(query, cancellationToken).ToListAsync(cancellationToken);
        var next = found.Count > limit ? NextOf(context, found[limit - 1]) : null;
        var feed = new Feed
        {
            Id = $"urn:pipeline:feed:{Name}",
            Title = FeedText.Clean(Title),
            Self = AddressOf(context, context.Request.QueryString),
            Next = next,
            Entries = [.. found.Take(limit).Select(paper => FeedEntries.Of(paper, known)).OfType<FeedEntry>()],
        };
        return Format == "atom"
            ? new Answer(AtomWriter.Write(feed), AtomWriter.ContentType, feed.Updated)
            : new Answer(JsonFeedWriter.Write(feed), JsonFeedWriter.ContentType, feed.Updated);
    }

    private static string NextOf(HttpContext context, EnrichedPaper last)
    {
        var request = context.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Cursor).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))))
        {
            { Cursor, Cursors.Write(request, new(new(last.ObservedAt, last.Id), 0)) },
        };
        return AddressOf(context, query.ToQueryString());
    }

    // Readers may come through a proxy, of which the request tells nothing.
    private static string AddressOf(HttpContext context, QueryString query)
    {
        var request = context.Request;
        var reached = context.RequestServices.GetRequiredService<IOptions<PublicOptions>>().Value;
        return reached.Read() is null
            ? UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query)
            : reached.To(request.Path.ToUriComponent().TrimStart('/') + query.ToUriComponent()).AbsoluteUri;
    }
}
