using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary><c>subscriptions</c>: who outside is told of what, and how that goes.</summary>
internal static class SubscriptionsCommand
{
    public static Command Create() => new("subscriptions", "Webhooks and digests: who is told of what happened to papers, and how that goes.")
    {
        new Command("add", "Add a webhook or a digest.") { SubscriptionsAddWebhookCommand.Create(), SubscriptionsAddDigestCommand.Create() },
        SubscriptionsListCommand.CreateList(),
        SubscriptionsListCommand.CreateShow(),
        SubscriptionsTestCommand.Create(),
        SubscriptionsChangeCommand.CreatePause(),
        SubscriptionsChangeCommand.CreateResume(),
        SubscriptionsChangeCommand.CreateReplay(),
        SubscriptionsChangeCommand.CreateRemove(),
        SubscriptionsRotateCommand.Create(),
        SubscriptionsLogCommand.CreateLog(),
        SubscriptionsLogCommand.CreateEvents(),
    };
}
