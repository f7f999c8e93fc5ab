#:package RabbitMQ.Client
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
// Handles every paper event once: what was missed, from the change log, then what comes.
// dotnet run subscriber.cs -- ADDRESS EXCHANGE QUEUE FILE KEY...
using System.Diagnostics;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

var (address, exchange, queue, state, keys) = (args[0], args[1], args[2], args[3], args[4..]);
var known = (File.Exists(state) ? File.ReadAllLines(state) : []).Select(line => line.Split(' ')).ToList();
var handled = known.Select(line => line[0]).ToHashSet();
var place = known.Select(line => long.Parse(line[1])).DefaultIfEmpty().Max();

await using var connection = await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync();
await using var channel = await connection.CreateChannelAsync();
await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
foreach (var key in keys)
{
    await channel.QueueBindAsync(queue, exchange, key);
}

CatchUp(); // After binding: what is told meanwhile waits in the queue.
await channel.BasicQosAsync(0, prefetchCount: 100, global: false);
var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, message) =>
{
    Handle(JsonElement.Parse(message.Body.Span));
    await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
};
await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System); // The consumer works until somebody ends the program.

// Handles an event unless that has been done, and remembers it: by id, and how far the log was read.
void Handle(JsonElement paper, long readTo = 0)
{
    var id = paper.GetProperty("id").GetString()!;
    if (!handled.Contains(id))
    {
        Console.WriteLine($"{paper.GetProperty("sequence")} {paper.GetProperty("type")} {paper.GetProperty("data").GetProperty("title")}"); // Your work goes here.
        File.AppendAllText(state, $"{id} {readTo}\n");
        handled.Add(id);
    }
}

// Reads what the log holds after the place that was reached. CHANGES is a command that prints it, one event a line.
void CatchUp()
{
    for (var events = -1; events != 0 && Environment.GetEnvironmentVariable("CHANGES") is { } command;)
    {
        using var reading = Process.Start(new ProcessStartInfo("sh", ["-c", $"{command} --after {place}"]) { RedirectStandardOutput = true })!;
        var page = reading.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        reading.WaitForExit();
        events = reading.ExitCode == 0 ? page.Count : throw new IOException($"{command} failed.");
        page.ForEach(paper => Handle(paper, place = long.Parse(paper.GetProperty("sequence").GetString()!)));
    }
}
