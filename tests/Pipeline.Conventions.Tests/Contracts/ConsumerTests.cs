using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Contracts;

public sealed class ConsumerTests
{
    private static readonly IReadOnlyList<Type> Consumers = [.. Services.All.SelectMany(Services.Written).Where(ConsumerRules.IsConsumer)];

    [Fact]
    public void Consumers_OfAllServices_AreFound() => Assert.Contains(Consumers, type => type.Assembly.GetName().Name == "Pipeline.Parser");

    [Fact]
    public void Consumers_SayInTheirNameWhatTheyAre() => Assert.Empty(ConsumerRules.WronglyNamed(Consumers));

    [Fact]
    public void Consumers_EachHaveAQueueOfTheirOwn() => Assert.Empty(ConsumerRules.SharedQueues(Consumers));

    [Fact]
    public async Task Consumers_HaveNoQueueNamedAsTheExchangeOfAMessage()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddInMemoryMessaging(_ => { })
            .BuildServiceProvider();
        var topology = provider.GetRequiredService<IBus>().Topology;
        var exchanges = Services.Written(Services.Contracts)
            .Select(message => topology.TryGetPublishAddress(message, out var address) ? address.Segments[^1] : message.Name)
            .ToList();

        Assert.NotEmpty(exchanges);
        Assert.Empty(ConsumerRules.NamedAsAnExchange(Consumers, exchanges));
    }

    [Fact]
    public void Consumer_WithoutTheSuffix_IsCaught() => Assert.Equal(["Reader"], ConsumerRules.WronglyNamed([typeof(Reader), typeof(First.ReadPaperConsumer)]));

    [Fact]
    public void Consumers_OfTheSameName_AreCaught()
        => Assert.Equal(["read-paper"], ConsumerRules.SharedQueues([typeof(First.ReadPaperConsumer), typeof(Second.ReadPaperConsumer), typeof(Reader)]));

    [Theory]
    [InlineData("read-paper", true)]
    [InlineData("paper-read", false)]
    public void Queue_NamedAsAnExchange_IsCaught(string exchange, bool caught)
        => Assert.Equal(caught, ConsumerRules.NamedAsAnExchange([typeof(First.ReadPaperConsumer)], [exchange]).Any());

    private sealed class Reader : IConsumer<PaperParsed>
    {
        public Task Consume(ConsumeContext<PaperParsed> context) => Task.CompletedTask;
    }

    private static class First
    {
        internal sealed class ReadPaperConsumer : IConsumer<PaperParsed>
        {
            public Task Consume(ConsumeContext<PaperParsed> context) => Task.CompletedTask;
        }
    }

    private static class Second
    {
        internal sealed class ReadPaperConsumer : IConsumer<PaperParsed>
        {
            public Task Consume(ConsumeContext<PaperParsed> context) => Task.CompletedTask;
        }
    }
}
