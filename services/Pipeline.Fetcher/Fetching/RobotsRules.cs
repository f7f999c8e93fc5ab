using System.Globalization;
using System.Text;

namespace Pipeline.Fetcher.Fetching;

/// <summary>What a robots.txt lets one program fetch (RFC 9309). Pure.</summary>
internal sealed class RobotsRules
{
    /// <summary>Bytes of a robots.txt that are read; the rest is ignored (RFC 9309, 2.5, asks for at least so many).</summary>
    public const int MaxBytes = 500 * 1024;

    private const double LongestDelay = 3600;

    private readonly List<(string Pattern, bool Allow)> _rules;

    private RobotsRules(List<(string Pattern, bool Allow)> rules, TimeSpan? delay) => (_rules, CrawlDelay) = (rules, delay);

    /// <summary>Everything may be fetched.</summary>
    public static RobotsRules None { get; } = new([], delay: null);

    /// <summary>Least time between two requests that it asks for, at most an hour; null when it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads the groups for a program, or those for everybody when none names it.</summary>
    /// <param name="content">The file; only its first <see cref="MaxBytes"/> count.</param>
    /// <param name="product">Name of the program, without version.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> content, string product)
    {
        // A line that the limit cuts in two is no line: half a rule may forbid everything.
        var whole = content.Length <= MaxBytes ? content : content[..(content[..MaxBytes].LastIndexOf((byte)'\n') + 1)];
        var text = Encoding.UTF8.GetString(whole).TrimStart('\uFEFF');
        var own = new Group();
        var all = new Group();
        var open = new List<Group>();
        var naming = false;
        foreach (var (key, value) in Lines(text))
        {
            if (key == "user-agent")
            {
                if (!naming)
                {
                    open.Clear();
                }

                naming = true;
                Choose(value, product, own, all, open);
                continue;
            }

            // Anything else ends the list of names; what is no rule still belongs to nobody's list (RFC 9309, 2.2.4).
            naming = naming && key is not ("allow" or "disallow" or "crawl-delay");
            open.ForEach(group => group.Add(key, value));
        }

        var group = own.Named ? own : all;
        return new(group.Rules, group.Delay);
    }

    /// <summary>Whether an address may be fetched: the longest rule that fits decides, and of equal ones the allowing.</summary>
    public bool Allows(Uri address)
    {
        var path = RobotsPattern.Normal(address.GetComponents(UriComponents.PathAndQuery | UriComponents.KeepDelimiter, UriFormat.UriEscaped));
        var (length, allowed) = (-1, true);
        foreach (var (pattern, allow) in _rules)
        {
            if ((pattern.Length > length || (pattern.Length == length && allow)) && RobotsPattern.Fits(pattern, path))
            {
                (length, allowed) = (pattern.Length, allow);
            }
        }

        return allowed || path == "/robots.txt";
    }

    private static void Choose(string name, string product, Group own, Group all, List<Group> open)
    {
        if (name == "*")
        {
            all.Named = true;
            open.Add(all);
        }
        else if (string.Equals(ProductOf(name), product, StringComparison.OrdinalIgnoreCase))
        {
            own.Named = true;
            open.Add(own);
        }
    }

    private static string ProductOf(string name)
    {
        var end = name.AsSpan().IndexOfAnyExcept(ProductLetters);
        return end < 0 ? name : name[..end];
    }

    private static readonly System.Buffers.SearchValues<char> ProductLetters
        = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var content = line.Split('#', 2)[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
            }
        }
    }

    private sealed class Group
    {
        public List<(string Pattern, bool Allow)> Rules { get; } = [];

        public bool Named { get; set; }

        public TimeSpan? Delay { get; private set; }

        public void Add(string key, string value)
        {
            switch (key)
            {
                // An empty rule says nothing: "Disallow:" allows everything.
                case "allow" or "disallow" when value.Length > 0:
                    Rules.Add((RobotsPattern.Normal(value), key == "allow"));
                    break;
                case "crawl-delay" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds):
                    Delay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay));
                    break;
            }
        }
    }
}
