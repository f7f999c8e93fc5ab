namespace Pipeline.Parser.Parsing.Json;

/// <summary>Where and why a JSON answer breaks off.</summary>
internal static class JsonBreaks
{
    /// <summary>Something stands behind the end.</summary>
    public static readonly ListingEntry.Broken Trailing
        = new("something follows the end of the list and was not read: give one list a file.", "the end");

    /// <summary>It is no JSON from its first words on, which come in quotation marks.</summary>
    public static ListingEntry.Broken NoJson(string words)
        => new($"not a JSON list or object, it begins {words}: give the source's JSON answer.", "the beginning");

    /// <summary>It ends inside the list, before the end of this element.</summary>
    public static ListingEntry.Broken Cut(int number) => new("the file ends in the middle of the list: fetch it again.", $"entry {number}");

    /// <summary>It is a complaint of the server, whose words come in quotation marks.</summary>
    public static ListingEntry.Broken Error(string words)
        => new($"the server answered with an error, {words}: correct what was asked, or fetch it again.", "the beginning");

    /// <summary>It breaks off beside the list.</summary>
    /// <param name="isFault">Because it is malformed there.</param>
    /// <param name="isCut">Because the file ends there; else a field is too long.</param>
    /// <param name="where">Where.</param>
    public static ListingEntry.Broken Frame(bool isFault, bool isCut, string where) => new(
        isFault ? "what stands beside the list is not valid JSON, or nested deeper than 64 levels: correct it, or fetch it again."
        : isCut ? "the file ends before its last bracket: fetch it again."
        : "a field beside the list is longer than 8 MB, which no list of papers needs: remove it.",
        where);
}
