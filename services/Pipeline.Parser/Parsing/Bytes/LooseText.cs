using System.Text;
using System.Text.Unicode;

namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>Text of files that do not say how they are encoded.</summary>
internal static class LooseText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads UTF-8; what is none, as windows-1252 where that fits; else as UTF-8 with U+FFFD for what is wrong.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
        => !Utf8.IsValid(bytes) && IsWindows1252(bytes) ? Windows1252.GetString(bytes) : Encoding.UTF8.GetString(bytes);

    // A text with sound characters of several bytes is damaged UTF-8: by chance, windows-1252 hardly ever looks like that.
    private static bool IsWindows1252(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if ((length > 1 && rune != Rune.ReplacementChar) || !IsUsed(bytes[0]))
            {
                return false;
            }

            bytes = bytes[1..];
        }

        return true;
    }

    private static bool IsUsed(byte value)
        => value is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
            && (value >= 0x20 || value is (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'\v');
}
