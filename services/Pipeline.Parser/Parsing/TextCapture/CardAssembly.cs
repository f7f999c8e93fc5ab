using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Puts titles and abstracts together into cards, as they come.</summary>
internal sealed class CardAssembly(Queue<CaptureItem> found)
{
    private ShortText? _title;
    private ShortText? _shortAbstract;
    private CaptureItem.Card? _card;
    private bool _directlyAfterAbstract;
    private int? _number;

    /// <summary>The last number seen; belongs to the title that follows directly.</summary>
    public int? Number
    {
        get => _number;
        set => (_number, _directlyAfterAbstract) = (value, false);
    }

    /// <summary>Day of the page; null when it shows no year.</summary>
    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>Adds a text that may be a title.</summary>
    /// <param name="line">Line it begins at, from 1.</param>
    /// <param name="text">The text.</param>
    /// <param name="isAlone">Whether no other text touches it, above or below.</param>
    public void AddShort(int line, string text, bool isAlone)
    {
        var added = new ShortText(line, text, isAlone, Number, _directlyAfterAbstract);
        (Number, _directlyAfterAbstract) = (null, false);
        if (isAlone && _title is { IsAlone: true } && _shortAbstract is null && Prose.MayBeShortAbstract(text))
        {
            _shortAbstract = added;
            return;
        }

        SettleTitle();
        _title = added;
    }

    /// <summary>Adds an abstract.</summary>
    public void AddAbstract(int line, string text)
    {
        // What looked like a short abstract was a title that ends with a full stop.
        if (_shortAbstract is { } title)
        {
            RejectTitle();
            (_title, _shortAbstract) = (title, null);
        }

        if (_title is null)
        {
            var reason = $"the paragraph {ListingText.Quote(text)} has no title above it: add one, or join it to the abstract before it.";
            Find(new CaptureItem.Loose(line, reason));
        }
        else
        {
            AddCard(_title, text);
        }

        _title = null;
        (Number, _directlyAfterAbstract) = (null, true);
    }

    /// <summary>Drops the last text if it stands where a card shows its organisation.</summary>
    public void DropOrganisation()
    {
        if (_title is { IsUnderAbstract: true } && _shortAbstract is null)
        {
            _title = null;
        }
    }

    /// <summary>Adds a link to code; it belongs to the card above it.</summary>
    public void AddCode(string address) => _card = _card is { CodeAddress: null } card ? card with { CodeAddress = address } : _card;

    /// <summary>Settles what waits.</summary>
    public void End()
    {
        SettleTitle();
        Find(null);
    }

    // A card waits for the details below it, up to the next item.
    private void Find(CaptureItem? item)
    {
        if (_card is not null)
        {
            found.Enqueue(_card);
        }

        _card = item as CaptureItem.Card;
        if (item is CaptureItem.Loose)
        {
            found.Enqueue(item);
        }
    }

    private void SettleTitle()
    {
        if (_title is { } title && _shortAbstract is { } text)
        {
            AddCard(title, text.Text);
        }
        else
        {
            RejectTitle();
        }

        (_title, _shortAbstract) = (null, null);
    }

    private void AddCard(ShortText title, string text)
    {
        var (words, address) = MarkdownLink.Unwrap(title.Text);
        Find(new CaptureItem.Card(title.Line, words, text) { Address = address, Upvotes = title.Number, ListedAt = ListedAt });
    }

    private void RejectTitle()
    {
        if (_title is { } title && !Organisation.IsNamed(title.Text))
        {
            Find(new CaptureItem.Loose(title.Line, $"{ListingText.Quote(title.Text)} has no abstract under it: add one, or remove the line."));
        }
    }

    private sealed record ShortText(int Line, string Text, bool IsAlone, int? Number, bool IsUnderAbstract);
}
