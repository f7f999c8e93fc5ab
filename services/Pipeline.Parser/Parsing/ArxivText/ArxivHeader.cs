namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>The fields of an entry's header.</summary>
internal sealed class ArxivHeader
{
    private const string Replaced = "replaced with revised version ";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Title", "Author", "Authors", "Categories", "Comments", "Report-no", "Subj-class", "MSC-class", "ACM-class", "Journal-ref", "DOI",
        "License", "Proxy",
    };

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private ArxivHeader()
    {
    }

    /// <summary>The id as it stands there; null when no line names one.</summary>
    public string? Id { get; private set; }

    /// <summary>What stands beside the id, such as <c>(*cross-listing*)</c>.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>The versions that the header dates, oldest first.</summary>
    public IReadOnlyList<ArxivVersion> Versions { get; private set; } = [];

    /// <summary>When the version that is announced replaced the one before; null when it is no replacement.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>A field on one line; null when it is missing.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Reads the lines of a header. A line that begins with white space goes on with the field above it.</summary>
    public static ArxivHeader Read(IReadOnlyList<string> lines)
    {
        var header = new ArxivHeader();
        var versions = new List<ArxivVersion>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && lines[end].Length > 0 && char.IsWhiteSpace(lines[end][0]))
            {
                end++;
            }

            header.Add(string.Join(' ', lines.Skip(i).Take(end - i).Select(line => line.Trim())), versions);
            i = end;
        }

        header.Versions = versions;
        return header;
    }

    private void Add(string field, List<ArxivVersion> versions)
    {
        if (Id is null && ArxivLine.Paper(field) is { } paper)
        {
            (Id, Remark) = paper;
        }
        else if (ArxivVersion.Read(field) is { } version)
        {
            versions.Add(version);
        }
        else if (field.StartsWith(Replaced, StringComparison.OrdinalIgnoreCase))
        {
            ReplacedAt = ArxivVersion.ReadTime(field[Replaced.Length..]);
        }
        else if (field.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Known.Contains(field[..colon]))
        {
            _fields.TryAdd(field[..colon], field[(colon + 1)..].Trim());
        }
    }
}
