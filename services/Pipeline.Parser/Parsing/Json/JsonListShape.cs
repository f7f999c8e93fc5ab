using System.Text.Json;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Where the papers of a JSON answer stand, and how one is read.</summary>
/// <param name="Lists">
/// Names that lead from the outer object to a list, joined by dots: <c>message.items</c>. A bare list, and an object without any of these
/// lists that is itself a paper, are read too.
/// </param>
/// <param name="Read">Reads one element, or the lone object; gets its place in words.</param>
internal sealed record JsonListShape(IReadOnlyList<string> Lists, Func<JsonElement, string, IEnumerable<ListingEntry>> Read)
{
    /// <summary>Whether an outer object without a list says that nothing was found. Default: never.</summary>
    public Func<JsonElement, bool> IsEmptyAnswer { get; init; } = _ => false;

    /// <summary>Whether <c>null</c> in the place of an element means "unknown paper" and is passed over.</summary>
    public bool PassesNulls { get; init; }

    /// <summary>What an element is called where its place is named. Default: an entry.</summary>
    public string Noun { get; init; } = "entry";

    /// <summary>A field of the outer object, beside the lists, that is wanted too. Default: none.</summary>
    public JsonAside? Aside { get; init; }

    /// <summary>A shape whose elements give one entry each.</summary>
    public static JsonListShape Of(Func<JsonElement, string, ListingEntry> read, params IReadOnlyList<string> lists)
        => new(lists, (element, where) => [read(element, where)]);
}

/// <summary>A string beside the lists.</summary>
/// <param name="Name">Name of its field.</param>
/// <param name="Tell">Gets it once it has been read, before or behind the elements.</param>
internal sealed record JsonAside(string Name, Action<string> Tell);
