namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>The encoding an XML declaration names.</summary>
internal static class XmlLabel
{
    private static ReadOnlySpan<byte> Replacement => "UTF-8"u8;

    /// <summary>Names UTF-8 in the declaration of XML that has been brought into it; a reader would stumble over the old name.</summary>
    /// <returns>Content of the same length; as it was, when it declares no encoding.</returns>
    public static ListingHead AsUtf8(ListingHead head)
    {
        var bytes = head.Bytes.Span;
        var end = bytes.StartsWith("<?xml"u8) ? bytes.IndexOf("?>"u8) : -1;
        var label = end < 0 ? -1 : bytes[..end].IndexOf("encoding"u8);
        var open = label < 0 ? -1 : bytes[label..end].IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0)
        {
            return head;
        }

        var start = label + open + 1;
        var quote = bytes[start - 1];
        var length = bytes[start..end].IndexOf(quote);
        if (length < Replacement.Length)
        {
            return head;
        }

        // The value gets shorter; spaces behind its quotation mark keep everything else in its place.
        var relabelled = bytes.ToArray();
        var value = relabelled.AsSpan(start, length + 1);
        value.Fill((byte)' ');
        Replacement.CopyTo(value);
        value[Replacement.Length] = quote;
        return head with { Bytes = relabelled };
    }
}
