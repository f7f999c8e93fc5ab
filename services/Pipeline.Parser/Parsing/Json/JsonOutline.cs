namespace Pipeline.Parser.Parsing.Json;

/// <summary>Kinds of values seen at one place.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Text = 1,
    Number = 2,
    Object = 4,
    List = 8,
    Null = 16,

    /// <summary>Anything but null.</summary>
    Something = Text | Number | Object | List,
}

/// <summary>Which fields the beginning of a JSON text has, in whatever order, also when it is cut off or malformed in places.</summary>
/// <remarks>A place is written as names joined by dots, with <c>[]</c> behind the name of a list for its elements: <c>message.items[].DOI</c>.</remarks>
internal sealed class JsonOutline
{
    private readonly Dictionary<string, (JsonKinds Kinds, int At, int Length)> _places;
    private readonly ReadOnlyMemory<byte> _head;

    private JsonOutline(ReadOnlyMemory<byte> head, JsonOutlineScan scan)
        => (_head, _places, IsEnded, IsFollowed) = (head, scan.Places, scan.IsEnded, scan.IsFollowed);

    /// <summary>Whether the text begins with a list.</summary>
    public bool IsList => Has("", JsonKinds.List);

    /// <summary>Whether it begins with an object.</summary>
    public bool IsObject => Has("", JsonKinds.Object);

    /// <summary>Whether that list or object ends within the head.</summary>
    public bool IsEnded { get; }

    /// <summary>Whether something stands behind the end of that list or object.</summary>
    public bool IsFollowed { get; }

    /// <summary>Looks at the head of a listing.</summary>
    public static JsonOutline Of(ListingHead head)
    {
        var scan = new JsonOutlineScan(head.Bytes.Span);
        scan.Run();
        return new JsonOutline(head.Bytes, scan);
    }

    /// <summary>Whether a value of one of these kinds was seen at a place.</summary>
    public bool Has(string place, JsonKinds kinds = JsonKinds.Something)
        => _places.TryGetValue(place, out var seen) && (seen.Kinds & kinds) != 0;

    /// <summary>The first string seen at a place; null when there was none.</summary>
    public string? Text(string place)
    {
        if (!Has(place, JsonKinds.Text))
        {
            return null;
        }

        var (_, at, length) = _places[place];
        using var document = JsonEntry.TryParse(_head.Slice(at, length), out _);
        return document?.RootElement.Text();
    }

    /// <summary>The first of these lists (the bare list as an empty name), or else the lone object, whose elements fit; null when none does.</summary>
    /// <param name="lists">Places of lists.</param>
    /// <param name="fits">Says whether the fields of the elements, taken together, are those of the format.</param>
    public JsonPart? Find(IEnumerable<string> lists, Func<JsonPart, bool> fits)
    {
        foreach (var place in lists.Select(list => list + "[]").Prepend("[]"))
        {
            var part = new JsonPart(this, place);
            if (Has(place, JsonKinds.Object) && fits(part))
            {
                return part;
            }
        }

        var lone = new JsonPart(this, "");
        return IsObject && !IsFollowed && fits(lone) ? lone : null;
    }

    /// <summary>Whether there is a list at a place without any element.</summary>
    public bool HasEmpty(string list) => Has(list, JsonKinds.List) && !Has(list + "[]", JsonKinds.Something | JsonKinds.Null);
}

/// <summary>The fields of one kind of object in an outline.</summary>
/// <param name="Outline">The outline.</param>
/// <param name="Place">Where the objects stand; empty for the lone object.</param>
internal readonly record struct JsonPart(JsonOutline Outline, string Place)
{
    /// <summary>Whether it is the outer object itself.</summary>
    public bool IsLone => Place.Length == 0;

    /// <summary>Whether one of the objects has such a field.</summary>
    public bool Has(string name, JsonKinds kinds = JsonKinds.Something) => Outline.Has(At(name), kinds);

    /// <summary>Whether one of the objects has one of these fields.</summary>
    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first string of such a field; null when there was none.</summary>
    public string? Text(string name) => Outline.Text(At(name));

    private string At(string name) => IsLone ? name : $"{Place}.{name}";
}
