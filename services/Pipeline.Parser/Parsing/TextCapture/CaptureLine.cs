using System.Buffers;
using System.Globalization;

namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>What one line of a captured page is, judged by itself.</summary>
internal enum CaptureLineKind
{
    /// <summary>Nothing, or white space.</summary>
    Blank,

    /// <summary>A line only the page's own frame has, such as <c>byAK and the research community</c>.</summary>
    Banner,

    /// <summary>A line of the frame that other texts may have too, such as <c>Subscribe</c>.</summary>
    Frame,

    /// <summary>A date alone.</summary>
    Date,

    /// <summary>A number alone, or the dash that stands for none: upvotes or comments.</summary>
    Number,

    /// <summary>The dot between the organisation and the date of a card.</summary>
    Dot,

    /// <summary>A name follows: <c>Submitted by</c>.</summary>
    NameAhead,

    /// <summary>Something else a card shows beside title and abstract: <c>8 authors</c>, a link, a button.</summary>
    Detail,

    /// <summary>Anything else: a title, an abstract, or a piece of one.</summary>
    Text,
}

/// <summary>Tells the lines of a captured page apart.</summary>
internal static class CaptureLine
{
    private const int MaxDetailLength = 60;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,-+[] ");

    private static readonly HashSet<string> Banners = new(StringComparer.OrdinalIgnoreCase)
    {
        "Get trending papers in your email inbox!", "Get trending papers in your email inbox once a day!",
        "Daily Papers", "Trending Papers", "Weekly Papers", "Monthly Papers",
        "byAK and the research community", "by AK and the research community", "AK and the research community",
    };

    private static readonly HashSet<string> Frames = new(StringComparer.OrdinalIgnoreCase)
    {
        "new", "Subscribe", "Daily", "Weekly", "Monthly", "Trending", "by", "AK", "and the research community",
        "Hugging Face", "Models", "Datasets", "Spaces", "Buckets", "Papers", "Community", "Docs", "Enterprise", "Pricing", "Website",
        "Log In", "Sign Up", "Company", "TOS", "Privacy", "About", "Careers", "System theme", "© Hugging Face",
        "Previous", "Next", "Load more", "Back to top",
    };

    private static readonly HashSet<string> Buttons = new(StringComparer.OrdinalIgnoreCase)
    {
        "Upvote", "GitHub", "arXiv", "PDF", "View PDF", "Paper", "Code", "Project page", "View arXiv page", "arXiv page", "Abstract",
    };

    /// <summary>Classifies a line whose ends have been trimmed.</summary>
    public static CaptureLineKind Classify(string line)
    {
        if (IsByLine(line))
        {
            return CaptureLineKind.Banner;
        }

        if (line.Length is 0 or > MaxDetailLength)
        {
            return line.Length == 0 ? CaptureLineKind.Blank : IsAddress(line) || IsLabelled(line) ? CaptureLineKind.Detail : CaptureLineKind.Text;
        }

        var bare = line.TrimStart('#', ' ');
        return Banners.Contains(bare) ? CaptureLineKind.Banner
            : Frames.Contains(line.TrimStart('-', '*', ' ')) ? CaptureLineKind.Frame
            : line is "·" or "•" or "|" ? CaptureLineKind.Dot
            : CaptureDate.IsDate(line) ? CaptureLineKind.Date
            : IsNumber(line) ? CaptureLineKind.Number
            : line.StartsWith("Submitted by", StringComparison.OrdinalIgnoreCase) ? NameLine(line)
            : IsDetail(line) || IsLabelled(line) || CaptureDate.IsDateWithComments(line) ? CaptureLineKind.Detail
            : CaptureLineKind.Text;
    }

    /// <summary>Reads upvotes: <c>173</c>, <c>1,024</c>, <c>[-] 1</c>.</summary>
    /// <returns>Null for the dash that stands for none, and for rounded numbers.</returns>
    public static int? Count(string number)
        => int.TryParse(number.StartsWith("[-]", StringComparison.Ordinal) ? number.AsSpan(3) : number, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    // "by [![](...)AK](...) and the research community".
    private static bool IsByLine(string line)
        => line.EndsWith("and the research community", StringComparison.OrdinalIgnoreCase) && line.TrimStart('#', ' ').StartsWith("by [", StringComparison.OrdinalIgnoreCase);

    // "**Page Title:** Trending Papers", as tools that save pages write above them.
    private static bool IsLabelled(string line) => line.StartsWith("**", StringComparison.Ordinal) && line.IndexOf(":** ", StringComparison.Ordinal) is > 0 and < 30;

    private static CaptureLineKind NameLine(string line)
        => line.Length == "Submitted by".Length ? CaptureLineKind.NameAhead : CaptureLineKind.Detail;

    // "173", "1.2k", "-", "[-] 1".
    private static bool IsNumber(string line)
    {
        var digits = line.EndsWith('k') || line.EndsWith('K') ? line[..^1] : line;
        return digits.AsSpan().IndexOfAnyExcept(Digits) < 0;
    }

    private static bool IsDetail(string line)
    {
        var bare = line.TrimStart('-', '·', '•', '*', ' ');
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            || IsAddress(line)
            || Buttons.Contains(bare)
            || line.Contains(" · ", StringComparison.Ordinal)
            || (words.Length == 2 && IsNumber(words[0]) && words[1] is "author" or "authors" or "comment" or "comments" or "upvotes")
            || (words.Length == 2 && Buttons.Contains(words[0]) && IsNumber(words[1]));
    }

    private static bool IsAddress(string line)
        => (line.StartsWith("http://", StringComparison.Ordinal) || line.StartsWith("https://", StringComparison.Ordinal))
            && !line.Contains(' ', StringComparison.Ordinal);
}
