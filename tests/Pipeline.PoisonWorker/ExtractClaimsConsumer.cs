using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;

namespace Pipeline.PoisonWorker;

/// <summary>Does papers in batches, and dies of some as a stage would: all at once, with everything it has in hand.</summary>
internal sealed class ExtractClaimsConsumer(IOptions<PoisonOptions> options) : IConsumer<Batch<PaperParsed>>
{
    private static readonly Lock Writing = new();

    public Task Consume(ConsumeContext<Batch<PaperParsed>> context)
    {
        foreach (var paper in context.Message)
        {
            Digest(paper.Message.Title);
        }

        lock (Writing)
        {
            File.AppendAllLines(options.Value.DoneFile!, context.Message.Select(paper => paper.Message.PaperId));
        }

        return Task.CompletedTask;
    }

    private static void Digest(string title)
    {
        if (title.Contains("overflow", StringComparison.Ordinal))
        {
            Overflow(0);
        }

        if (title.Contains("memory", StringComparison.Ordinal))
        {
            // What the runtime does when memory is gone where nothing can be thrown.
            Environment.FailFast("Out of memory.");
        }
    }

    private static int Overflow(int depth) => depth < 0 ? depth : Overflow(depth + 1) + Overflow(depth + 2);
}
