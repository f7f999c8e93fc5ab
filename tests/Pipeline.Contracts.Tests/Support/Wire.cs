using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;

namespace Pipeline.Contracts.Tests.Support;

/// <summary>Messages as bytes, written and read by the serializer the bus uses.</summary>
internal static class Wire
{
    private static readonly SystemTextJsonMessageSerializer Serializer = new();

    public static string Write<T>(T message)
        where T : class
        => Serializer.GetMessageBody(new MessageSendContext<T>(message)
        {
            MessageId = new Guid("6a1f0a3e-5d0c-5c66-9c57-3b1f6a0f2d11"),
            ConversationId = new Guid("0b0f7c1e-2f7e-4d0b-8f64-d2a1b8f0c5aa"),
            SourceAddress = new Uri("rabbitmq://rabbitmq/pipeline"),
            DestinationAddress = new Uri("rabbitmq://rabbitmq/exchange"),
        }).GetString();

    /// <summary>Reads an envelope as a consumer of <typeparamref name="T"/> does.</summary>
    /// <returns>The message, or null when the envelope holds another.</returns>
    public static T? Read<T>(string envelope)
        where T : class
        => Serializer.Deserialize(new StringMessageBody(envelope), new DictionarySendHeaders()).TryGetMessage<T>(out var message)
            ? message
            : null;
}
