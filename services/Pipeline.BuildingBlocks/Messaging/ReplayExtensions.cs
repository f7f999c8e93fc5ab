using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Sending a message that failed back to its queue.</summary>
public static class ReplayExtensions
{
    /// <summary>
    /// Sends a message as it came: body, content type, message id and headers, without those that tell of its failure. Returns
    /// when the broker has confirmed that it is in its queue.
    /// </summary>
    /// <exception cref="MessageReturnedException">The broker has no such queue.</exception>
    public static async Task SendBackAsync(this ISendEndpointProvider bus, FailedMessage failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(failure);

        // The exchange of the queue's name: asking for the queue would declare it anew, as another kind of queue.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{failure.Queue}"));
        await endpoint.Send(new SentBack(), Pipe.Execute<SendContext<SentBack>>(context => Fill(context, failure)), cancellationToken);
    }

    private static void Fill(SendContext context, FailedMessage failure)
    {
        var contentType = new ContentType(failure.ContentType);
        context.Serializer = new CopyBodySerializer(contentType, new BytesMessageBody(failure.Body));
        context.ContentType = contentType;
        context.MessageId = failure.MessageId ?? context.MessageId;
        foreach (var header in FailureHeaders.ForReplay(failure))
        {
            context.Headers.Set(header.Name, header.Value);
        }

        if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
        {
            rabbit.Mandatory = true;
        }
    }

    // Stands for the message; what is sent is the stored body.
    private sealed record SentBack;
}
