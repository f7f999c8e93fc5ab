using System.CommandLine;
using System.Text.Json;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Standalone.Commands;

/// <summary>Which failed messages a verb is about, as arguments and options say it.</summary>
internal sealed class FailureSelection
{
    private readonly Argument<Guid[]> _ids = new("id") { Description = "Ids of messages; see: deadletters list --each", HelpName = "ID", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _stage = new("--stage") { Description = "Only messages of this stage, such as extract-claims.", HelpName = "STAGE" };
    private readonly Option<string?> _cause = new("--cause") { Description = "Only messages with this cause: a kind, such as transient, or words of the cause.", HelpName = "WORDS" };
    private readonly AgeOption _olderThan = new("--older-than", "Only messages that last failed longer ago than this, such as 2h.");

    /// <summary>Adds the options that narrow a list.</summary>
    public void AddFiltersTo(Command command)
    {
        command.Options.Add(_stage);
        command.Options.Add(_cause);
        command.Options.Add(_olderThan.Option);
    }

    /// <summary>Adds ids and options, of which one at least must be given; <paramref name="all"/> says that every message is meant.</summary>
    public void AddChoiceTo(Command command, Option<bool> all)
    {
        command.Arguments.Add(_ids);
        AddFiltersTo(command);
        command.Options.Add(all);
        command.Validators.Add(result =>
        {
            var narrowed = result.GetValue(_stage) is not null || result.GetValue(_cause) is not null || _olderThan.IsGiven(result);
            var named = result.GetValue(_ids) is { Length: > 0 };
            if (!named && !narrowed && !result.GetValue(all))
            {
                result.AddError("Say which messages: ids, --stage, --cause, --older-than, or --all.");
            }

            if (named && (narrowed || result.GetValue(all)))
            {
                result.AddError("Say ids, or what the messages have in common, not both.");
            }
        });
    }

    /// <summary>The query, over all states.</summary>
    public FailureQuery Read(ParseResult result, DateTimeOffset now)
    {
        var cause = result.GetValue(_cause);
        var kind = Array.Find(Enum.GetValues<FailureCause>(), value => WordOf(value) == cause);
        var isKind = cause is not null && WordOf(kind) == cause;
        return new()
        {
            Ids = result.CommandResult.Command.Arguments.Contains(_ids) ? result.GetValue(_ids) ?? [] : [],
            Stage = result.GetValue(_stage),
            Cause = isKind ? kind : null,
            Words = isKind ? null : cause,
            Before = _olderThan.Value(result) is { } age ? now - age : null,
        };
    }

    private static string WordOf(FailureCause cause) => JsonNamingPolicy.KebabCaseLower.ConvertName(cause.ToString());
}
