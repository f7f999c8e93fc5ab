using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Standalone.Ingestion;

/// <summary>Hears of messages that failed for good, so that a person at the terminal need not wait for a time-out.</summary>
internal sealed class FaultConsumer(FaultLog log) :
    IConsumer<Fault<FetchSource>>,
    IConsumer<Fault<ListingFetched>>,
    IConsumer<Fault<PaperParsed>>,
    IConsumer<Fault<ExtractClaims>>,
    IConsumer<Fault<ClassifyTopics>>
{
    public Task Consume(ConsumeContext<Fault<FetchSource>> context) => Record("fetch", context.Message);

    public Task Consume(ConsumeContext<Fault<ListingFetched>> context) => Record("parse", context.Message);

    public Task Consume(ConsumeContext<Fault<PaperParsed>> context) => Record("enrich", context.Message);

    public Task Consume(ConsumeContext<Fault<ExtractClaims>> context) => Record("claims", context.Message);

    public Task Consume(ConsumeContext<Fault<ClassifyTopics>> context) => Record("topics", context.Message);

    private Task Record(string stage, Fault fault)
    {
        log.Record($"{stage}: {fault.Exceptions.FirstOrDefault()?.Message ?? "failed without a message"}");
        return Task.CompletedTask;
    }
}
