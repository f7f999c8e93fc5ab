using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions rotate</c>.</summary>
internal sealed class SubscriptionsRotateCommand
{
    private const int MaxHours = 720;

    private readonly Argument<string> _name = SubscriptionArguments.Name();
    private readonly Option<string?> _secret = SubscriptionArguments.Secret();
    private readonly Option<bool> _json = SubscriptionArguments.Json();
    private readonly Option<int?> _keep = new("--keep") { Description = $"Hours for which former secrets still sign, 0 to {MaxHours}; 24 when left out.", HelpName = "HOURS" };

    private SubscriptionsRotateCommand()
        => _keep.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var hours) && hours is < 0 or > MaxHours)
            {
                result.AddError($"--keep: must lie between 0 and {MaxHours}.");
            }
        });

    public static Command Create()
    {
        var options = new SubscriptionsRotateCommand();
        var command = new Command("rotate", "Give a webhook a new secret; former ones sign on for a while beside it.")
        {
            options._name, options._secret, options._keep, options._json,
        };
        command.SetAction((result, cancellationToken) => options.RunAsync(result, GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateSubscriptionsAsync(settings, cancellationToken);
        if (await SubscriptionArguments.FindAsync(host.Services, result.GetRequiredValue(_name), cancellationToken) is not { } found)
        {
            return ExitCode.Failed;
        }

        var secret = await SubscriptionArguments.ReadSecretAsync(result.GetValue(_secret), cancellationToken);
        var keep = result.GetValue(_keep) is { } hours ? TimeSpan.FromHours(hours) : SubscriptionWork.DefaultKeep;
        var done = await host.Services.GetRequiredService<SubscriptionWork>().RotateAsync(found.Id, secret, keep, SubscriptionArguments.By, cancellationToken);
        if (done.Subscription is not { } rotated)
        {
            return await SubscriptionArguments.RefuseAsync("rotate", done.Refusal!);
        }

        if (result.GetValue(_json))
        {
            await JsonLines.WriteAsync(new[] { new SubscriptionSecret(done.Secret, SubscriptionView.Of(rotated)) }.ToAsyncEnumerable(), cancellationToken);
            return ExitCode.Done;
        }

        await Console.Out.WriteLineAsync($"The new secret, shown this once: {done.Secret}");
        await Console.Out.WriteLineAsync(rotated.Webhook!.Secrets is [_, { EndsAt: { } end }, ..]
            ? $"The former one signs until {DayText.Utc(end)}, too."
            : "The former one signs no more.");
        return ExitCode.Done;
    }
}
