using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary>What the verbs of <c>subscriptions</c> share.</summary>
internal static class SubscriptionArguments
{
    /// <summary>Who does it, for the record.</summary>
    public static string By => $"cli:{Environment.UserName}";

    public static Argument<string> Name() => new("subscription") { Description = "Name or id of a subscription; see: subscriptions list.", HelpName = "NAME" };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object." };

    public static Option<string?> Secret() => new("--secret")
    {
        Description = "Secret that signs: whsec_ and 24 to 64 bytes in base64; - reads it from standard input. A new one is made when it is left out.",
        HelpName = "SECRET",
    };

    /// <summary>A secret that others on this machine need not see among the arguments.</summary>
    public static async Task<string?> ReadSecretAsync(string? given, CancellationToken cancellationToken)
        => given == "-" ? (await Console.In.ReadLineAsync(cancellationToken))?.Trim() ?? "" : given;

    /// <summary>Finds a subscription, or says that there is none.</summary>
    public static async Task<Subscription?> FindAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ISubscriptionStore>();
        var found = await store.FindByNameAsync(name, cancellationToken)
            ?? (Guid.TryParse(name, out var id) ? await store.FindAsync(id, cancellationToken) : null);
        if (found is null)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{name}: there is no subscription of this name or id. See: subscriptions list"));
        }

        return found;
    }

    /// <summary>Says why nothing was done.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RefuseAsync(string verb, SubscriptionRefusal refusal)
    {
        var where = refusal.Field is { } field ? $"{Spelled(field)}: " : "";
        await Console.Error.WriteLineAsync(Screen.Safe($"subscriptions {verb}: {where}{refusal.Detail}"));
        return refusal.Kind == RefusalKind.Wrong ? ExitCode.Usage : ExitCode.Failed;
    }

    // A person at the command line knows a property as an option or an argument.
    private static string Spelled(string field) => field switch
    {
        "url" => "URL",
        "address" => "ADDRESS",
        "topics" => "--topic",
        "kinds" => "--kind",
        _ => $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(field)}",
    };
}
