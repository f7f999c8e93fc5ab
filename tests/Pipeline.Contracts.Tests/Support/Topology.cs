using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.Contracts.Tests.Support;

/// <summary>Where a bus would publish to. Nothing is started, so no broker is needed.</summary>
internal static class Topology
{
    public static async Task<string> ExchangeInMemoryAsync(Type message)
    {
        await using var provider = Services([]).AddInMemoryMessaging(_ => { }).BuildServiceProvider();
        return ExchangeOf(provider, message);
    }

    public static async Task<string> ExchangeOverRabbitMqAsync(Type message, string prefix)
    {
        var settings = new Dictionary<string, string?> { ["Broker:Address"] = "amqp://rabbitmq:5672/", ["Broker:Prefix"] = prefix };
        await using var provider = Services(settings).AddRabbitMqMessaging(_ => { }).BuildServiceProvider();
        return ExchangeOf(provider, message);
    }

    public static IServiceCollection Services(Dictionary<string, string?> settings)
        => new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static string ExchangeOf(IServiceProvider provider, Type message)
        => provider.GetRequiredService<IBus>().Topology.TryGetPublishAddress(message, out var address) ? address.Segments[^1] : "";
}
