using System.Buffers;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Name and attributes of a tag, read out of its text without asking that it be well-formed.</summary>
internal static class TagText
{
    private const string Space = " \t\r\n";
    private const int MaxAttributes = 200;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Qualified name of a start or end tag: <c>dc:title</c>.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        var end = name.IndexOfAny(NameEnds);
        return end < 0 ? name : name[..end];
    }

    /// <summary>The part of a qualified name behind its prefix.</summary>
    public static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    /// <summary>Attributes of a start tag, as they are written; the first of two with one name.</summary>
    public static IReadOnlyDictionary<string, string> Attributes(ReadOnlySpan<char> tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = tag[(1 + Name(tag).Length)..].TrimEnd("/>");
        while (attributes.Count < MaxAttributes && rest.IndexOf('=') is > 0 and var equals)
        {
            var name = rest[..equals].Trim(Space);
            rest = rest[(equals + 1)..].TrimStart(Space);
            if (rest.IsEmpty || rest[0] is not ('"' or '\'') || rest[1..].IndexOf(rest[0]) is not (>= 0 and var length))
            {
                break;
            }

            attributes.TryAdd(name[(name.LastIndexOfAny(Space) + 1)..].ToString(), rest.Slice(1, length).ToString());
            rest = rest[(length + 2)..];
        }

        return attributes;
    }
}
