using System.Xml;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Parses the XML of the entries of one document, one after another.</summary>
/// <remarks>
/// One reader of the base library goes through many entries, as if they were pieces of one text: making one costs as much as a short
/// entry. It is given up after an entry that is ill-formed, and after a while, because its table of names only grows.
/// </remarks>
internal sealed class XmlEntryReader(NamespaceDeclarations namespaces) : IDisposable
{
    private const int MostRead = 256 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        CheckCharacters = false,
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        XmlResolver = null,
    };

    private EntryText _text = new();
    private XmlReader? _reader;
    private int _read;

    /// <summary>Parses an entry.</summary>
    /// <returns>Its element; null when it has none that can be read, and <paramref name="fault"/> then says why.</returns>
    public XmlNode? TryParse(string text, out string? fault)
    {
        // What a fresh reader says of it counts, not what the entries before it may have left behind.
        var isFresh = _reader is null;
        var element = TryRead(text, out fault);
        return element is null && !isFresh ? TryRead(text, out fault) : element;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _text.Dispose();
    }

    private XmlNode? TryRead(string text, out string? fault)
    {
        try
        {
            var reader = Give(text);
            if (XmlEntry.Read(reader, out fault) is not { } element)
            {
                return null;
            }

            _read += text.Length;
            _reader = _read < MostRead && _text.IsRead ? reader : null;
            return element;
        }
        catch (XmlException e)
        {
            fault = $"not well-formed XML in line {Math.Max(e.LineNumber, 1)} of the entry: fetch it again or correct it.";
            return null;
        }
    }

    // A new reader looks at its text at once.
    private XmlReader Give(string text)
    {
        var reader = _reader;
        _reader = null;
        if (reader is not null)
        {
            _text.Next(text);
            return reader;
        }

        (_text, _read) = (new EntryText(), 0);
        _text.Next(text);
        return XmlReader.Create(_text, Settings, new XmlParserContext(null, new LenientNamespaces(namespaces), null, XmlSpace.None));
    }

    // Gives one entry and then seems to pause: it is asked for more only when the next entry is there.
    private sealed class EntryText : TextReader
    {
        private string _entry = "";
        private int _given;

        public bool IsRead => _given == _entry.Length;

        public void Next(string entry) => (_entry, _given) = (entry, 0);

        public override int Peek() => IsRead ? -1 : _entry[_given];

        public override int Read() => IsRead ? -1 : _entry[_given++];

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(count, _entry.Length - _given);
            _entry.CopyTo(_given, buffer, index, length);
            _given += length;
            return length;
        }
    }
}
