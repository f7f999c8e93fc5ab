using System.Globalization;
using System.Text.Json;

namespace Pipeline.Fetcher.Fetching;

/// <summary>One page of the Hugging Face daily list: how many papers, and for which day it shows them. Pure.</summary>
/// <param name="Papers">Papers on the page.</param>
/// <param name="Day">The day most of them are listed for; null when they do not say.</param>
internal sealed record DailyPage(int Papers, DateOnly? Day)
{
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 64 };

    /// <summary>Reads a page, one paper at a time.</summary>
    /// <param name="content">A JSON array of papers.</param>
    /// <param name="asked">The day asked for: of days that are shown equally often it wins.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FetchException">It is no whole JSON array.</exception>
    public static async ValueTask<DailyPage> ReadAsync(Stream content, DateOnly asked, CancellationToken cancellationToken)
    {
        var days = new Dictionary<DateOnly, int>();
        var papers = 0;
        try
        {
            await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, Json, cancellationToken))
            {
                papers++;
                if (TryListedAt(item) is { } at)
                {
                    var day = DateOnly.FromDateTime(at.UtcDateTime);
                    days[day] = days.GetValueOrDefault(day) + 1;
                }
            }
        }
        catch (JsonException e)
        {
            throw FetchException.Transient($"the page is no whole JSON array (after {papers} papers)", e);
        }

        return new(papers, Most(days, asked));
    }

    // Half a character, or bytes that are no text, make a paper that does not say its day; they do not make a broken page.
    private static DateTimeOffset? TryListedAt(JsonElement item)
    {
        try
        {
            return ListedAt(item);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Days of the list are days of UTC, mostly written as their midnight. The time of the listing stands with the paper; an
    // answer without it has only its own time of publication, which then means the list.
    private static DateTimeOffset? ListedAt(JsonElement item)
        => item.ValueKind != JsonValueKind.Object ? null
            : Time(Property(Property(item, "paper"), "submittedOnDailyAt")) ?? Time(Property(item, "submittedOnDailyAt")) ?? Time(Property(item, "publishedAt"));

    private static JsonElement? Property(JsonElement? element, string name)
        => element is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;

    private static DateTimeOffset? Time(JsonElement? value)
        => value is { ValueKind: JsonValueKind.String } text
            && DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static DateOnly? Most(Dictionary<DateOnly, int> days, DateOnly asked)
        => days.Count == 0 ? null : days.OrderByDescending(day => day.Value).ThenBy(day => day.Key == asked ? 0 : 1).ThenBy(day => day.Key).First().Key;
}
