using System.Text;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Decodes the bytes that are no UTF-8 as windows-1252.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public override int MaxCharCount => 4;

    /// <summary>What a number from 128 to 159 means where it names a character of windows-1252, as in <c>&amp;#146;</c>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Windows1252.GetString(bytes);

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _given;

        public override int Remaining => _text.Length - _given;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_text, _given) = (Decode(bytesUnknown), 0);
            return _text.Length > 0;
        }

        public override char GetNextChar() => _given < _text.Length ? _text[_given++] : '\0';

        public override bool MovePrevious()
        {
            if (_given == 0)
            {
                return false;
            }

            _given--;
            return true;
        }

        public override void Reset() => (_text, _given) = ("", 0);
    }
}
