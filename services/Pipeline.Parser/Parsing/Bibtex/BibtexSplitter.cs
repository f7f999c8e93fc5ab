using System.Buffers;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>How an entry ended.</summary>
internal enum BibtexEnd
{
    /// <summary>With its closing brace.</summary>
    Closed,

    /// <summary>Another entry began before it was closed.</summary>
    NeverClosed,

    /// <summary>It was over the limit and has been skipped.</summary>
    TooLong,

    /// <summary>The file ended in it.</summary>
    CutOff,
}

/// <summary>One entry of a BibTeX file, from its <c>@</c> on, not yet parsed.</summary>
/// <param name="Line">Line it begins at, from 1.</param>
/// <param name="Bytes">Its bytes; empty when it is too long. Valid until the next bytes are read.</param>
/// <param name="End">How it ended.</param>
internal readonly record struct RawBibtex(int Line, ReadOnlyMemory<byte> Bytes, BibtexEnd End);

/// <summary>Cuts BibTeX into entries. Everything between them is a comment.</summary>
/// <remarks>
/// An entry begins with <c>@name{</c> at the start of a line, or behind another entry on the same line, so that addresses
/// of mail and entries behind a percent sign are none. It ends where its braces are even; a line that begins an entry
/// ends it too, because one brace too few would otherwise swallow the rest of the file.
/// </remarks>
/// <param name="window">The bytes.</param>
/// <param name="maxBytes">Longest entry held.</param>
internal sealed class BibtexSplitter(ByteWindow window, int maxBytes)
{
    private static readonly SearchValues<byte> InsideSigns = SearchValues.Create("{}()\\\n\r"u8);

    private int _line = 1;
    private int _start;
    private int _scanned;
    private int _depth;
    private byte _closing;
    private bool _inside;
    private bool _mayBegin = true;
    private bool _skipping;
    private bool _endedInReturn;

    /// <summary>Takes the next entry off the window.</summary>
    /// <returns>False when the window holds no complete entry, or nothing more.</returns>
    public bool TryRead(out RawBibtex entry)
    {
        while (_inside || TryBegin())
        {
            if (TryEnd(out entry))
            {
                return true;
            }

            if (_inside)
            {
                return window.Ended && TakeRest(out entry);
            }
        }

        entry = default;
        return false;
    }

    // Drops what stands before the next entry.
    private bool TryBegin()
    {
        var pending = window.Pending.Span;
        var at = 0;
        for (; at < pending.Length; at++)
        {
            var sign = pending[at];
            if (sign == '@' && _mayBegin)
            {
                var opening = BibtexOpening.At(pending[at..], window.Ended);
                if (opening.Length > 0)
                {
                    Consume(at);
                    (_start, _scanned, _depth, _closing, _inside) = (_line, opening.Length, 0, opening.Closing, true);
                    return true;
                }

                if (opening.NeedsMore)
                {
                    break;
                }
            }

            CountLine(pending, at);
            _mayBegin = sign is (byte)'\n' or (byte)'\r' || (_mayBegin && sign is (byte)' ' or (byte)'\t');
        }

        Consume(at);
        return false;
    }

    private bool TryEnd(out RawBibtex entry)
    {
        entry = default;
        var pending = window.Pending.Span;
        while (pending[_scanned..].IndexOfAny(InsideSigns) is >= 0 and var found)
        {
            var at = _scanned + found;
            switch (pending[at])
            {
                // An escaped sign is text; which one it is may not be known yet.
                case (byte)'\\' when at + 1 == pending.Length && !window.Ended:
                    _scanned = at;
                    return false;
                case (byte)'\\':
                    _scanned = at + (at + 1 < pending.Length && pending[at + 1] is (byte)'{' or (byte)'}' or (byte)'\\' ? 2 : 1);
                    continue;
                case (byte)'\n' or (byte)'\r' when BibtexOpening.AfterLineEnd(pending[at..], window.Ended) is var next && next != BibtexNext.Text:
                    _scanned = at;
                    if (next == BibtexNext.NotYetKnown)
                    {
                        SkipWhenTooLong();
                        return false;
                    }

                    entry = Take(at, BibtexEnd.NeverClosed);
                    return true;
            }

            CountLine(pending, at);
            _scanned = at + 1;
            if (_depth == 0 && pending[at] == _closing)
            {
                entry = Take(_scanned, BibtexEnd.Closed);
                return true;
            }

            _depth += pending[at] == '{' ? 1 : pending[at] == '}' && _depth > 0 ? -1 : 0;
        }

        _scanned = pending.Length;
        SkipWhenTooLong();
        return false;
    }

    private bool TakeRest(out RawBibtex entry)
    {
        entry = Take(window.Pending.Length, BibtexEnd.CutOff);
        return true;
    }

    private void SkipWhenTooLong()
    {
        if (_scanned > maxBytes)
        {
            _skipping = true;
            Consume(_scanned);
            _scanned = 0;
        }
    }

    private RawBibtex Take(int length, BibtexEnd end)
    {
        var tooLong = _skipping || length > maxBytes;
        var entry = new RawBibtex(_start, tooLong ? default : window.Pending[..length], tooLong && end == BibtexEnd.Closed ? BibtexEnd.TooLong : end);
        Consume(length);
        (_scanned, _inside, _skipping, _mayBegin) = (0, false, false, true);
        return entry;
    }

    // CR LF is one line end.
    private void CountLine(ReadOnlySpan<byte> pending, int at)
    {
        var isSecondHalf = pending[at] == '\n' && (at > 0 ? pending[at - 1] == '\r' : _endedInReturn);
        _line += pending[at] is (byte)'\n' or (byte)'\r' && !isSecondHalf ? 1 : 0;
    }

    private void Consume(int length)
    {
        _endedInReturn = length == 0 ? _endedInReturn : window.Pending.Span[length - 1] == '\r';
        window.Consume(length);
    }
}
