using MassTransit;
using Pipeline.Contracts.Tests.Support;

namespace Pipeline.Contracts.Tests;

/// <summary>Names that are in other people's queues and bindings. A row is added for a new message; none is ever changed.</summary>
public sealed class NamesTests
{
    public static TheoryData<Type, string, string> Frozen => new()
    {
        { typeof(FetchSource), "urn:message:Pipeline.Contracts:FetchSource", "messages.fetch-source" },
        { typeof(ListingFetched), "urn:message:Pipeline.Contracts:ListingFetched", "messages.listing-fetched" },
        { typeof(ListingParsed), "urn:message:Pipeline.Contracts:ListingParsed", "messages.listing-parsed" },
        { typeof(PaperParsed), "urn:message:Pipeline.Contracts:PaperParsed", "messages.paper-parsed" },
        { typeof(ExtractClaims), "urn:message:Pipeline.Contracts:ExtractClaims", "messages.extract-claims" },
        { typeof(ClassifyTopics), "urn:message:Pipeline.Contracts:ClassifyTopics", "messages.classify-topics" },
        { typeof(ClaimsExtracted), "urn:message:Pipeline.Contracts:ClaimsExtracted", "messages.claims-extracted" },
        { typeof(TopicsClassified), "urn:message:Pipeline.Contracts:TopicsClassified", "messages.topics-classified" },
        { typeof(PaperEnriched), "urn:message:Pipeline.Contracts:PaperEnriched", "messages.paper-enriched" },
        { typeof(PaperJoined), "urn:message:Pipeline.Contracts:PaperJoined", "messages.paper-joined" },
        { typeof(PaperWithdrawn), "urn:message:Pipeline.Contracts:PaperWithdrawn", "messages.paper-withdrawn" },
    };

    [Theory]
    [MemberData(nameof(Frozen))]
    public async Task Message_KeepsItsUrnAndItsExchangeOnBothTransports(Type message, string urn, string exchange)
    {
        Assert.Equal(urn, MessageUrn.ForTypeString(message));
        Assert.Equal(exchange, await Topology.ExchangeInMemoryAsync(message));
        Assert.Equal(exchange, await Topology.ExchangeOverRabbitMqAsync(message, prefix: ""));
    }

    [Fact]
    public async Task Exchange_WithAPrefix_StartsWithIt()
        => Assert.Equal("staging-messages.paper-parsed", await Topology.ExchangeOverRabbitMqAsync(typeof(PaperParsed), prefix: "staging"));

    [Fact]
    public void Messages_AllHaveFrozenNames()
        => Assert.Equal(
            typeof(PaperParsed).Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
            Frozen.Select(row => row.Data.Item1.Name).Order(StringComparer.Ordinal));
}
