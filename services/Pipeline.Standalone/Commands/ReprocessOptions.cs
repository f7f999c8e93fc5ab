using System.CommandLine;
using System.CommandLine.Parsing;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary>Which papers <c>reprocess</c> does again, as options say it.</summary>
internal sealed class ReprocessOptions
{
    private readonly Option<string[]> _ids = new("--id") { Description = "Only the paper with this key or alias. Several ask for each.", HelpName = "ID" };
    private readonly Option<string?> _source = new("--source") { Description = "Only papers (--from parse: listings) of this source.", HelpName = "ID" };
    private readonly DayOption _since = new("--since", "Only papers published on this day or later (listed or obtained, where that is unknown).");
    private readonly DayOption _until = new("--until", "Only papers published on this day or before.");

    private readonly Option<string[]> _topics = new("--topic")
    {
        Description = "Only papers with this topic: its id, name or other name; a group finds all its topics. Several ask for any.",
        HelpName = "TOPIC",
    };

    private readonly Option<string?> _text = new("--text") { Description = "Only papers with all of these words in title or abstract.", HelpName = "WORDS" };
    private readonly Option<string?> _olderThan = new("--older-than") { Description = "Only papers done by an older version than this, such as claims/3.", HelpName = "VERSION" };
    private readonly Option<string[]> _madeBy = new("--made-by") { Description = "Only papers done by this version. Several ask for any.", HelpName = "VERSION" };
    private readonly Option<bool> _outdated = new("--outdated") { Description = "Only papers done by another version than the one of this program, or by none." };
    private readonly Option<bool> _failed = new("--failed") { Description = "Only papers that lack the stage: it failed on them, or has not come to them." };

    public void AddTo(Command command)
    {
        command.Options.Add(_ids);
        command.Options.Add(_source);
        _since.AddTo(command);
        _until.AddTo(command);
        foreach (var option in new Option[] { _topics, _text, _olderThan, _madeBy, _outdated, _failed })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Validate);
    }

    /// <summary>Source and days, all that reading the archive again can be narrowed by.</summary>
    public (string? SourceId, DateOnly? Since, DateOnly? Until) Listings(ParseResult result)
        => (result.GetValue(_source), _since.Value(result), _until.Value(result));

    /// <summary>Names an option that papers alone can be narrowed by; null when none is given.</summary>
    public string? OnlyForPapers(CommandResult result)
        => new Option[] { _ids, _topics, _text, _olderThan, _madeBy, _outdated, _failed }
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The selection.</summary>
    /// <param name="result">What was typed.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="target">Its version in this program.</param>
    /// <param name="known">Topics of the taxonomy in use.</param>
    /// <param name="stored">Versions of the stage in the store.</param>
    /// <exception cref="UnknownTopicException">No topic is called so.</exception>
    public PaperSelection Read(
        ParseResult result, EnrichmentStage stage, StageVersion target, TopicLookup known, IReadOnlyList<StageVersionCount> stored) => new()
    {
        Stage = stage,
        Ids = result.GetValue(_ids) ?? [],
        SourceId = result.GetValue(_source),
        Since = _since.Value(result),
        Until = _until.Value(result),
        Topics = [.. (result.GetValue(_topics) ?? []).SelectMany(name => known.Under(known.Get("--topic", name))).Distinct(StringComparer.Ordinal)],
        Text = result.GetValue(_text),
        MadeBy = MadeBy(result, stored),
        OtherThan = result.GetValue(_outdated) ? target : null,
        Lacking = result.GetValue(_failed),
    };

    // Versions are few and known: which are older is decided here, once. A version that no paper has asks for none.
    private List<StageVersion> MadeBy(ParseResult result, IReadOnlyList<StageVersionCount> stored)
    {
        if (result.GetValue(_olderThan) is not { } text)
        {
            return [.. (result.GetValue(_madeBy) ?? []).Select(made => StageVersion.Parse(made)!)];
        }

        var limit = StageVersion.Parse(text)!;
        var older = stored.Select(count => count.Version).Where(version => version.IsOlderThan(limit)).ToList();
        return older.Count > 0 ? older : [limit with { Name = "", Version = "" }];
    }

    private void Validate(CommandResult result)
    {
        if (_since.Value(result) is { } since && _until.Value(result) is { } until && since > until)
        {
            result.AddError("--since: must not lie after --until.");
        }

        if (result.GetValue(_olderThan) is not null && result.GetValue(_madeBy) is { Length: > 0 })
        {
            result.AddError("--older-than: cannot be asked for together with --made-by.");
        }

        Check(result, "--older-than", result.GetValue(_olderThan) is { } older ? [older] : []);
        Check(result, "--made-by", result.GetValue(_madeBy) ?? []);
    }

    private static void Check(CommandResult result, string name, IEnumerable<string> versions)
    {
        foreach (var version in versions.Where(version => StageVersion.Parse(version) is null))
        {
            result.AddError($"{name}: {version} is no version; write it as claims/3 or topics/3+arxiv/3.");
        }
    }
}
