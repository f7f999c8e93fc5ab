using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.TestOrigins;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>Plays the daily list of Hugging Face.</summary>
internal static class DailyList
{
    /// <summary>Answers <c>PREFIX/api/daily_papers</c>.</summary>
    public static void OnDaily(this TestOrigin origin, string prefix, IReadOnlyList<PlayedPaper> papers)
        => origin.On($"{prefix}/api/daily_papers", Of(papers));

    /// <summary>The list of some papers, each on its day.</summary>
    public static RequestDelegate Of(IReadOnlyList<PlayedPaper> papers) => context => AnswerAsync(context, papers);

    private static Task AnswerAsync(HttpContext context, IReadOnlyList<PlayedPaper> papers)
    {
        var limit = Number(context, "limit");
        var page = papers.Where(paper => paper.DayText == context.Request.Query["date"]).Skip(Number(context, "p") * limit).Take(limit);
        return TestOrigin.WriteAsync(context, "application/json", JsonSerializer.Serialize(page.Select(Item)));
    }

    private static object Item(PlayedPaper paper) => new
    {
        paper = new
        {
            id = paper.ArxivId,
            title = paper.Title,
            summary = paper.Abstract,
            authors = new[] { new { name = "Ada Lovelace" } },
            publishedAt = $"{paper.DayText}T00:00:00.000Z",
            submittedOnDailyAt = $"{paper.DayText}T00:00:00.000Z",
            upvotes = 7,
        },
        publishedAt = $"{paper.DayText}T00:00:00.000Z",
        title = paper.Title,
    };

    private static int Number(HttpContext context, string name) => int.Parse(context.Request.Query[name]!, CultureInfo.InvariantCulture);
}
