using System.Globalization;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>A paper that a played source lists.</summary>
/// <param name="Number">Decides its arXiv id.</param>
/// <param name="Day">The day it is listed on, or submitted.</param>
internal sealed record PlayedPaper(int Number, DateOnly Day)
{
    /// <summary>Its version, where the source shows one.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether the source has deleted it.</summary>
    public bool Deleted { get; init; }

    public string ArxivId => string.Create(CultureInfo.InvariantCulture, $"2601.{Number:00000}");

    /// <summary>Its key in the store.</summary>
    public string Key => $"arxiv:{ArxivId}";

    public string Title => string.Create(CultureInfo.InvariantCulture, $"Sparse attention for machine translation, study {Number}");

    public string Abstract => string.Create(
        CultureInfo.InvariantCulture,
        $"We propose sparse attention for machine translation. It outperforms the strongest baseline on WMT14 by 2.{Number % 10}% and is 3.1 times faster. Our code is publicly available.");

    public string DayText => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>So many papers a day.</summary>
    public static IReadOnlyList<PlayedPaper> Listed(int first, int papersADay, DateOnly from, DateOnly to)
        => [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1)
            .SelectMany(day => Enumerable.Range(0, papersADay).Select(i => new PlayedPaper(first + (day * papersADay) + i, from.AddDays(day))))];
}
