using System.Text.Json;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;
using Pipeline.TestOrigins;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class SubscriptionsTests : IDisposable
{
    private readonly Workspace _workspace = new(new Dictionary<string, string> { ["Webhooks__AllowPrivateHosts"] = "true" });

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task List_WithoutSubscriptions_SaysHowToAddOne()
    {
        var result = await SubscriptionsAsync("list");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("subscriptions add webhook https://", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_IsListedAndShown_ItsSecretOnlyWhenItIsAddedAndRotated()
    {
        var added = await SubscriptionsAsync("add", "webhook", "https://example.org/hook", "--name", "my hook", "--topic", "cs.LG", "--kind", "enriched", "--source", "daily");
        var rotated = await SubscriptionsAsync("rotate", "my hook");

        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.NotEqual(SecretIn(added), SecretIn(rotated));
        Assert.Contains("signs until", rotated.Output, StringComparison.Ordinal);
        var table = await SubscriptionsAsync("list");
        var shown = await SubscriptionsAsync("show", "my hook");
        var json = await SubscriptionsAsync("list", "--json");
        Assert.All(
            [table.Output, shown.Output],
            text => Assert.All(["my hook", "https://example.org/hook", "enriched", "cs.LG", "daily", "active"], word => Assert.Contains(word, text, StringComparison.Ordinal)));
        Assert.All([table, shown, json, await SubscriptionsAsync("events", "--json")], result => Assert.DoesNotContain("whsec_", result.Output, StringComparison.Ordinal));
        using var line = JsonDocument.Parse(Assert.Single(json.Lines));
        Assert.Equal(2, line.RootElement.GetProperty("webhook").GetProperty("secrets").GetArrayLength());
        Assert.Equal(json.Lines, (await SubscriptionsAsync("show", line.RootElement.GetProperty("id").GetString()!, "--json")).Lines);
    }

    [Fact]
    public async Task Secret_FromStandardInput_IsTheOneThatSigns()
    {
        await using var receiver = await HookReceiver.StartAsync(TestContext.Current.CancellationToken);
        var added = await _workspace.RunAsync(
            HookReceiver.Secret + "\n", ["subscriptions", "add", "webhook", $"{receiver.Address}/hook", "--name", "hook", "--secret", "-", "--json"]);

        var tested = await SubscriptionsAsync("test", "hook");

        using var json = JsonDocument.Parse(Assert.Single(added.Lines));
        Assert.Equal(HookReceiver.Secret, json.RootElement.GetProperty("secret").GetString());
        Assert.Equal((0, ""), (tested.ExitCode, tested.Error));
        Assert.StartsWith("hook: delivered in ", tested.Output, StringComparison.Ordinal);
        Assert.True(Assert.Single(receiver.At("/hook")).Genuine);
    }

    [Fact]
    public async Task Test_ThatIsNotTaken_FailsAndIsInTheLog()
    {
        await using var receiver = await HookReceiver.StartAsync(TestContext.Current.CancellationToken);
        receiver.InTurn(
            "/hook",
            context =>
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            },
            _ => Task.CompletedTask);
        await SubscriptionsAsync("add", "webhook", $"{receiver.Address}/hook", "--name", "hook");

        var failed = await SubscriptionsAsync("test", "hook");
        var taken = await SubscriptionsAsync("test", "hook", "--json");

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("hook: not delivered in ", failed.Error, StringComparison.Ordinal);
        Assert.Contains("status 503", failed.Error, StringComparison.Ordinal);
        var log = await SubscriptionsAsync("log", "hook", "--json");
        Assert.Equal(taken.Lines[0], log.Lines[0]);
        Assert.Equal(2, log.Lines.Count);
        Assert.Equal([log.Lines[1]], (await SubscriptionsAsync("log", "hook", "--failed", "--json")).Lines);
        Assert.Contains("503", (await SubscriptionsAsync("log", "hook")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeds_AreDoneAndStayOnRecord()
    {
        await SubscriptionsAsync("add", "webhook", "https://example.org/hook", "--name", "hook");

        Assert.Equal("Paused hook. Go on with: subscriptions resume hook", Assert.Single((await SubscriptionsAsync("pause", "hook", "--reason", "moving")).Lines));
        Assert.Equal("hook is paused already.", Assert.Single((await SubscriptionsAsync("pause", "hook")).Lines));
        Assert.Contains("moving", (await SubscriptionsAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal("hook is told what comes after 0, once it is resumed.", Assert.Single((await SubscriptionsAsync("replay", "hook", "--after", "0")).Lines));
        Assert.Equal("hook goes on.", Assert.Single((await SubscriptionsAsync("resume", "hook")).Lines));
        Assert.Equal("Removed hook.", Assert.Single((await SubscriptionsAsync("remove", "hook")).Lines));

        var events = (await SubscriptionsAsync("events", "--json")).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["removed", "resumed", "replayed", "paused", "added"], events.Select(what => what.GetProperty("action").GetString()));
        Assert.All(events, what => Assert.Equal(("hook", $"cli:{Environment.UserName}"), (what.GetProperty("name").GetString(), what.GetProperty("by").GetString())));
        var removed = events[0].GetProperty("subscriptionId").GetString()!;
        Assert.Equal(2, (await SubscriptionsAsync("events", removed, "--limit", "2", "--json")).Lines.Count);
        Assert.Contains("moving", (await SubscriptionsAsync("events")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_WaitsForItsReader_AndSaysThatNoMailCanBeSent()
    {
        var added = await SubscriptionsAsync(
            "add", "digest", "ann@example.org", "--name", "weekly", "--weekly", "--weekday", "friday", "--hour", "18", "--topic", "cs.LG",
            "--words", "graph", "--order", "newest", "--limit", "5", "--send-empty");

        Assert.Equal(0, added.ExitCode);
        Assert.Contains("asks ann@example.org first", added.Output, StringComparison.Ordinal);
        Assert.Contains("Smtp:Host", added.Error, StringComparison.Ordinal);
        using var line = JsonDocument.Parse(Assert.Single((await SubscriptionsAsync("list", "--json")).Lines));
        Assert.Equal("pending", line.RootElement.GetProperty("state").GetString());
        Assert.Equal(
            """{"address":"ann@example.org","cadence":"weekly","hour":18,"weekday":"friday","order":"newest","limit":5,"sendEmpty":true}""",
            line.RootElement.GetProperty("digest").GetRawText());
        Assert.Contains("Fridays at 18:00 UTC", (await SubscriptionsAsync("show", "weekly")).Output, StringComparison.Ordinal);
        var resumed = await SubscriptionsAsync("resume", "weekly");
        Assert.Equal(1, resumed.ExitCode);
        Assert.Contains("must agree first", resumed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("URL: ", "webhook", "example.org", "--name", "a")]
    [InlineData("--secret: ", "webhook", "https://example.org/", "--name", "a", "--secret", "whsec_YQ==")]
    [InlineData("--from: ", "webhook", "https://example.org/", "--name", "a", "--from", "1")]
    [InlineData("--topic: ", "webhook", "https://example.org/", "--name", "a", "--topic", "no such topic")]
    [InlineData("'new'", "webhook", "https://example.org/", "--name", "a", "--kind", "new")]
    [InlineData("--name", "webhook", "https://example.org/")]
    [InlineData("--name: ", "webhook", "https://example.org/", "--name", " a")]
    [InlineData("ADDRESS: ", "digest", "ann", "--name", "a", "--daily")]
    [InlineData("--hour: ", "digest", "ann@example.org", "--name", "a", "--daily", "--hour", "24")]
    [InlineData("--limit: ", "digest", "ann@example.org", "--name", "a", "--daily", "--limit", "101")]
    [InlineData("either --daily or --weekly", "digest", "ann@example.org", "--name", "a")]
    [InlineData("either --daily or --weekly", "digest", "ann@example.org", "--name", "a", "--daily", "--weekly")]
    [InlineData("--weekday: only with --weekly", "digest", "ann@example.org", "--name", "a", "--daily", "--weekday", "monday")]
    public async Task WrongSubscription_IsRefused_AndTheOptionIsNamed(string message, params string[] arguments)
    {
        var result = await SubscriptionsAsync(["add", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty((await SubscriptionsAsync("list", "--json")).Lines);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("test")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("remove")]
    [InlineData("rotate")]
    [InlineData("log")]
    [InlineData("events")]
    [InlineData("replay", "--after", "0")]
    public async Task Subscription_ThatIsNone_IsNotFound(string verb, params string[] options)
    {
        var result = await SubscriptionsAsync([verb, "nobody", .. options]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nobody: there is no subscription of this name or id. See: subscriptions list", result.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> SubscriptionsAsync(params string[] arguments) => _workspace.RunAsync(["subscriptions", .. arguments]);

    private static string SecretIn(CommandResult result)
        => Assert.Single(result.Lines, line => line.Contains("shown this once: whsec_", StringComparison.Ordinal)).Split(": ")[1];
}
