namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Finds the cards of a captured page, line by line.</summary>
/// <remarks>
/// <para>
/// A page in text form is a sequence of titles and abstracts, with lines of the page's frame and small details of each
/// card between them, in any order and with or without blank lines. A paragraph is an abstract by <see cref="Prose"/>:
/// 400 characters or more, or 120 that read as sentences, or a shorter sentence alone under a title. Its title is the
/// nearest shorter text above it. A title that reaches the next title or the end without an abstract is loose, and so
/// is an abstract that follows another. Frame and details are known by heart and dropped.
/// </para>
/// <para>
/// Lines that follow each other directly are one title when the later ones are indented or begin in lower case, and one
/// abstract when there are at least three, as wide as a wrapped paragraph. A short text directly under an abstract and
/// above the dot of a card is its organisation.
/// </para>
/// </remarks>
internal sealed class CaptureParser
{
    private const int MaxRunLength = 100_000;
    private const int MaxNameLength = 40;

    private readonly Queue<CaptureItem> _found = new();
    private readonly CardAssembly _cards;
    private readonly List<(int Line, string Raw)> _run = [];
    private readonly FrontMatter _frontMatter = new();
    private int _runLength;
    private bool _skipName;
    private bool _afterFrame = true;

    public CaptureParser() => _cards = new CardAssembly(_found);

    /// <summary>Lines so far that only the page's own frame has.</summary>
    public int Banners { get; private set; }

    /// <summary>Takes the next item found.</summary>
    public bool TryTake(out CaptureItem item) => _found.TryDequeue(out item!);

    /// <summary>Adds the next line, as it stands in the file without its end.</summary>
    public void Add(int number, string raw)
    {
        var line = raw.Trim();
        if (_frontMatter.Takes(number, raw))
        {
            return;
        }

        var kind = MarkdownLink.IsDetail(line) ? KindOfLink(line) : CaptureLine.Classify(line);
        if (kind == CaptureLineKind.Text && !(_skipName && line.Length <= MaxNameLength))
        {
            _skipName = false;
            AddText(number, raw, line);
            return;
        }

        EndRun();
        if (MarkdownLink.Code(line) is { } code)
        {
            _cards.AddCode(code);
        }

        _skipName = kind == CaptureLineKind.NameAhead || (_skipName && kind == CaptureLineKind.Blank);
        AddMark(kind, MarkdownLink.Unwrap(line).Text);
    }

    /// <summary>Ends the page: what was waiting for its abstract waits no more.</summary>
    public void End()
    {
        EndRun();
        _cards.End();
    }

    private static CaptureLineKind KindOfLink(string line)
        => CaptureLine.Classify(MarkdownLink.Unwrap(line).Text.Trim()) is var kind and not CaptureLineKind.Text ? kind : CaptureLineKind.Detail;

    private void AddMark(CaptureLineKind kind, string line)
    {
        switch (kind)
        {
            case CaptureLineKind.Blank or CaptureLineKind.Text:
                return;
            case CaptureLineKind.Banner:
                Banners++;
                break;
            case CaptureLineKind.Number:
                _cards.Number = CaptureLine.Count(line);
                break;
            case CaptureLineKind.Dot:
                _cards.DropOrganisation();
                break;
            // The date of the page stands in its frame; a date behind an abstract is the card's own.
            case CaptureLineKind.Date when _afterFrame:
                _cards.ListedAt = CaptureDate.ReadDay(line) ?? _cards.ListedAt;
                break;
        }

        _afterFrame = kind is CaptureLineKind.Banner or CaptureLineKind.Frame || (_afterFrame && kind == CaptureLineKind.Date);
    }

    private void AddText(int number, string raw, string line)
    {
        _afterFrame = false;
        var startsOver = line[0] == '#' || (_run.Count > 0 && _run[0].Raw.StartsWith('#') && !char.IsWhiteSpace(raw[0]));
        if (startsOver || _runLength > MaxRunLength || Prose.IsAbstract(line))
        {
            EndRun();
        }

        if (Prose.IsAbstract(line) && line[0] != '#')
        {
            _cards.AddAbstract(number, MarkdownLink.Unwrap(line).Text);
            return;
        }

        _run.Add((number, raw));
        _runLength += raw.Length;
    }

    private void EndRun()
    {
        if (_run.Count == 0)
        {
            return;
        }

        var lines = _run.ConvertAll(piece => piece.Raw.Trim());
        if (Prose.IsWrappedAbstract(lines))
        {
            _cards.AddAbstract(_run[0].Line, MarkdownLink.Unwrap(string.Join('\n', lines)).Text);
        }
        else
        {
            AddShortTexts(lines);
        }

        _run.Clear();
        _runLength = 0;
    }

    private void AddShortTexts(List<string> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && Prose.Continues(_run[end].Raw))
            {
                end++;
            }

            var text = string.Join(' ', lines.Skip(i).Take(end - i)).TrimStart('#', ' ');
            if (text.Length > 0)
            {
                _cards.AddShort(_run[i].Line, text, isAlone: lines.Count == 1);
            }

            i = end;
        }
    }
}
