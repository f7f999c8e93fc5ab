using MassTransit;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Delivery.Events;

namespace Pipeline.Delivery;

/// <summary>Something that a stage says happened to a paper.</summary>
/// <param name="EventId">Id of its message, and of the public event: the same when it is said again.</param>
/// <param name="PaperId">The paper.</param>
/// <param name="Decide">What is to be told of the paper as it stands, by a source; null when this is no longer true of it.</param>
internal sealed record Announcement(Guid EventId, string PaperId, Func<EnrichedPaper, string, NewChange?> Decide)
{
    public static Announcement Of(ConsumeContext<PaperEnriched> message)
        => new(IdOf(message), message.Message.PaperId, (paper, source) => ChangeDecision.OfEnriched(message.Message, IdOf(message), paper, Telling(message, source)));

    public static Announcement Of(ConsumeContext<PaperWithdrawn> message)
        => new(IdOf(message), message.Message.PaperId, (paper, source) => ChangeDecision.OfWithdrawn(message.Message, IdOf(message), paper, Telling(message, source)));

    private static Guid IdOf(MessageContext message)
        => message.MessageId ?? throw new InvalidDataException("The message has no id, so its event could not be told from others.");

    private static EventOrigin Telling(ConsumeContext message, string source) => new(source, TraceParent.Of(StageAttempts.SentIn(message)));
}
