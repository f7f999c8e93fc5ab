namespace Pipeline.Delivery.Digests.Content;

/// <summary>What an issue says.</summary>
internal sealed record DigestLetter
{
    /// <summary>Name of the digest, in one line.</summary>
    public required string Name { get; init; }

    /// <summary>When the issue was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Its papers, best first.</summary>
    public required IReadOnlyList<DigestPaper> Papers { get; init; }

    /// <summary>How many more there were than the mail may have.</summary>
    public int More { get; init; }

    /// <summary>Where those can be found.</summary>
    public required string MoreUrl { get; init; }

    /// <summary>Where the reader unsubscribes.</summary>
    public required string UnsubscribeUrl { get; init; }

    /// <summary>Whether somebody tries the digest out.</summary>
    public bool Test { get; init; }

    /// <summary>What it holds, for its head.</summary>
    public string Summary => Papers.Count == 0
        ? $"No new papers · {MailText.Day(MadeAt)}"
        : $"{MailText.Count(Papers.Count, "new paper", "new papers")} · {MailText.Day(MadeAt)}";

    /// <summary>What there was no room for; null when there was room for all.</summary>
    public string? Beyond => More == 0 ? null : $"{MailText.Count(More, "more paper fits", "more papers fit")} this digest and found no room in it. Where to look for them:";

    /// <summary>Said of a test; null otherwise.</summary>
    public string? Notice => Test ? "This is a test: the papers in it will come again in the next mail." : null;

    /// <summary>Why the mail came.</summary>
    public string Why => $"You get this mail because this address was confirmed for the digest “{Name}”.";
}

/// <summary>A mail before it has an address.</summary>
/// <param name="Subject">Subject, in one line.</param>
/// <param name="Text">The part in plain text.</param>
/// <param name="Html">The part in HTML.</param>
internal sealed record MailContent(string Subject, string Text, string Html);
