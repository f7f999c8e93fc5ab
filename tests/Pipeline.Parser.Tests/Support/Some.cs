using System.Text.Json;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Texts and listings for tests that do not care which.</summary>
internal static class Some
{
    /// <summary>An abstract of 300 characters or so, in the words of research.</summary>
    public const string Abstract =
        "Sorting is slow on wet paper. We propose DrySort, a method that dries each page before it is compared. " +
        "Experiments on three data sets show that DrySort is 2.5 times faster than the best baseline and loses no page. " +
        "The approach carries over to cardboard, and the results hold in winter. Code is available.";

    /// <summary>The banner every captured page begins with.</summary>
    public const string Banner = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\n";

    public static string Title(int number = 1) => $"DrySort {number}: Sorting Wet Paper in Linear Time";

    /// <summary>An abstract that differs by its number.</summary>
    public static string AbstractOf(int number) => $"{Abstract} This is variant {number} of the study.";

    /// <summary>Cards as a capture shows them: title, blank, abstract, blank.</summary>
    public static string Cards(int count, int first = 1)
        => string.Concat(Enumerable.Range(first, count).Select(n => $"{Title(n)}\n\n{AbstractOf(n)}\n\n"));

    /// <summary>One line of JSON Lines.</summary>
    public static string Line(int number = 1) => JsonSerializer.Serialize(new { title = Title(number), @abstract = AbstractOf(number) }) + "\n";

    /// <summary>One element of the Hugging Face API.</summary>
    public static string Element(int number = 1)
        => JsonSerializer.Serialize(new { paper = new { id = $"2409.{90000 + number}", title = Title(number), summary = AbstractOf(number) } });

    /// <summary>A file of the samples a newcomer starts with.</summary>
    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name));
}
