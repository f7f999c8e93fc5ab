using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Subscriptions;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions add digest</c>.</summary>
internal sealed class SubscriptionsAddDigestCommand
{
    private const string Verb = "add digest";

    private readonly Argument<string> _address = new("address") { Description = "Mail address of the reader.", HelpName = "ADDRESS" };
    private readonly SubscriptionOptions _options = new();
    private readonly Option<bool> _daily = new("--daily") { Description = "A mail every day." };
    private readonly Option<bool> _weekly = new("--weekly") { Description = "A mail once a week." };
    private readonly Option<int?> _hour = new("--hour") { Description = "Hour of the day in UTC, 0 to 23; 7 when left out.", HelpName = "N" };
    private readonly WordOption<DayOfWeek> _weekday = new("--weekday", "Day of a weekly one; monday when left out", "DAY");
    private readonly Option<string?> _words = new("--words") { Description = "Only papers with all of these words in title or abstract.", HelpName = "TEXT" };
    private readonly WordOption<DigestOrder> _order = new("--order", "Which papers come first; trending when left out", "ORDER");
    private readonly Option<int?> _limit = new("--limit") { Description = "Most papers in one mail, 1 to 100; 20 when left out.", HelpName = "N" };
    private readonly Option<bool> _sendEmpty = new("--send-empty") { Description = "Send a mail also when there is no paper." };

    private SubscriptionsAddDigestCommand()
    {
    }

    public static Command Create()
    {
        var options = new SubscriptionsAddDigestCommand();
        var command = new Command("digest", "Mail new papers to a reader, daily or weekly. The reader must agree first, by the link in a first mail.") { options._address };
        options._options.AddTo(command);
        foreach (var option in new[]
        {
            options._daily, options._weekly, options._hour, options._weekday.Option, options._words, options._order.Option, options._limit, options._sendEmpty,
        })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options.Validate);
        command.SetAction((result, cancellationToken) => options.RunAsync(result, GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_daily) == result.GetValue(_weekly))
        {
            result.AddError("Give either --daily or --weekly.");
        }

        if (result.GetResult(_weekday.Option) is { Tokens.Count: > 0 } && !result.GetValue(_weekly))
        {
            result.AddError("--weekday: only with --weekly.");
        }
    }

    private async Task<int> RunAsync(ParseResult result, GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateSubscriptionsAsync(settings, cancellationToken);
        var request = _options.Read(result, host.Services.GetRequiredService<TopicLookup>()) with { Words = result.GetValue(_words), Digest = Read(result) };
        var done = await host.Services.GetRequiredService<SubscriptionWork>().AddAsync(request, SubscriptionArguments.By, cancellationToken);
        if (done.Subscription is not { } added)
        {
            return await SubscriptionArguments.RefuseAsync(Verb, done.Refusal!);
        }

        if (_options.Json(result))
        {
            await JsonLines.WriteAsync(new[] { SubscriptionView.Of(added) }.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            await Console.Out.WriteLineAsync(Screen.Safe(
                $"Added {added.Name}. The pipeline asks {added.Digest!.Address} first, while it runs: serve. Nothing else is sent until the reader agrees."));
        }

        if (host.Services.GetRequiredService<DigestAvailability>().Reason is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
        }

        return ExitCode.Done;
    }

    private DigestRequest Read(ParseResult result)
    {
        var request = new DigestRequest
        {
            Address = result.GetRequiredValue(_address),
            Cadence = result.GetValue(_weekly) ? DigestCadence.Weekly : DigestCadence.Daily,
            SendEmpty = result.GetValue(_sendEmpty),
        };
        return request with
        {
            Hour = result.GetValue(_hour) ?? request.Hour,
            Weekday = _weekday.Value(result) ?? request.Weekday,
            Order = _order.Value(result) ?? request.Order,
            Limit = result.GetValue(_limit) ?? request.Limit,
        };
    }
}
