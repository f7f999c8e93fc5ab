using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts.Tests.Support;

namespace Pipeline.Contracts.Tests;

public sealed class BusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bus_OfThePipeline_PutsTheStoredEnvelopeOnTheWire()
    {
        var sample = Stored.Samples.Single(candidate => candidate.Message == typeof(PaperParsed));
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var provider = Topology.Services([])
            .AddSingleton(received)
            .AddInMemoryMessaging(bus => bus.AddConsumer<KeepEnvelopeConsumer>())
            .BuildServiceProvider();
        var control = provider.GetRequiredService<IBusControl>();
        await control.StartAsync(Token);
        try
        {
            await control.PublishPaperParsedAsync((PaperParsed)sample.Expected, Token);
            var stored = JsonNode.Parse(sample.Envelope)!;
            var sent = JsonNode.Parse(await received.Task.WaitAsync(TimeSpan.FromSeconds(30), Token))!;

            Assert.Equal(stored.AsObject().Select(member => member.Key), sent.AsObject().Select(member => member.Key));
            Assert.True(JsonNode.DeepEquals(stored["messageType"], sent["messageType"]));
            Assert.True(JsonNode.DeepEquals(stored["message"], sent["message"]));
        }
        finally
        {
            await control.StopAsync(CancellationToken.None);
        }
    }

    private sealed class KeepEnvelopeConsumer(TaskCompletionSource<string> received) : IConsumer<PaperParsed>
    {
        public Task Consume(ConsumeContext<PaperParsed> context)
        {
            received.TrySetResult(context.ReceiveContext.Body.GetString());
            return Task.CompletedTask;
        }
    }
}
