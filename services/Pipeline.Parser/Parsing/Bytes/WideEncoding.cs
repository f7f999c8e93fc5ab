using System.Text;

namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>Recognises text whose characters take two or four bytes each.</summary>
internal static class WideEncoding
{
    private const int BytesLookedAt = 512;
    private const int FewestBytes = 4;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0x00, 0x00], Encoding.UTF32),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>The encoding, by a byte order mark, or as UTF-16 where every other byte is zero.</summary>
    /// <returns>Null for everything else, UTF-8 among it.</returns>
    public static Encoding? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (head.StartsWith(mark))
            {
                return encoding;
            }
        }

        return WithoutMark(head[..Math.Min(head.Length, BytesLookedAt)]);
    }

    // Listings are mostly ASCII. A few characters beyond it, in a name, are no reason to give up.
    private static Encoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return head.Length < FewestBytes ? null
            : even == 0 && odd * 10 >= pairs * 9 ? Encoding.Unicode
            : odd == 0 && even * 10 >= pairs * 9 ? Encoding.BigEndianUnicode
            : null;
    }
}
