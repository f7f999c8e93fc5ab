using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Subscriptions;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions add webhook</c>.</summary>
internal sealed class SubscriptionsAddWebhookCommand
{
    private const string Verb = "add webhook";

    private readonly Argument<string> _url = new("url") { Description = "Address to which each event is sent, https.", HelpName = "URL" };
    private readonly SubscriptionOptions _options = new();
    private readonly Option<string?> _secret = SubscriptionArguments.Secret();
    private readonly Option<long?> _from = new("--from")
    {
        Description = "Begin after this place of the change log, 0 for the first that is kept; the end when left out.",
        HelpName = "N",
    };

    private readonly Option<string[]> _kinds = new("--kind")
    {
        Description = $"Only this kind of change; give it again for more: {string.Join(", ", Enum.GetValues<ChangeKind>().Select(kind => kind.Word()))}.",
        HelpName = "KIND",
    };

    private SubscriptionsAddWebhookCommand()
    {
    }

    public static Command Create()
    {
        var options = new SubscriptionsAddWebhookCommand();
        options._kinds.AcceptOnlyFromAmong([.. Enum.GetValues<ChangeKind>().Select(kind => kind.Word())]);
        var command = new Command("webhook", "Send each event to an address, signed as Standard Webhooks says.") { options._url };
        options._options.AddTo(command);
        command.Options.Add(options._kinds);
        command.Options.Add(options._from);
        command.Options.Add(options._secret);
        command.SetAction((result, cancellationToken) => options.RunAsync(result, GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateSubscriptionsAsync(settings, cancellationToken);
        var secret = await SubscriptionArguments.ReadSecretAsync(result.GetValue(_secret), cancellationToken);
        var request = _options.Read(result, host.Services.GetRequiredService<TopicLookup>()) with
        {
            Kinds = [.. (result.GetValue(_kinds) ?? []).Select(ChangeKinds.OfWord)],
            Webhook = new(result.GetRequiredValue(_url), secret, result.GetValue(_from)),
        };
        var done = await host.Services.GetRequiredService<SubscriptionWork>().AddAsync(request, SubscriptionArguments.By, cancellationToken);
        if (done.Subscription is not { } added)
        {
            return await SubscriptionArguments.RefuseAsync(Verb, done.Refusal!);
        }

        if (_options.Json(result))
        {
            await JsonLines.WriteAsync(new[] { new SubscriptionSecret(done.Secret, SubscriptionView.Of(added)) }.ToAsyncEnumerable(), cancellationToken);
            return ExitCode.Done;
        }

        await Console.Out.WriteLineAsync(Screen.Safe($"Added {added.Name}. What comes after {added.Cursor} in the change log is sent while the pipeline runs: serve"));
        await Console.Out.WriteLineAsync($"Its secret, shown this once: {done.Secret}");
        return ExitCode.Done;
    }
}
