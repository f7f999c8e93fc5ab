using Testcontainers.MongoDb;
using Testcontainers.RabbitMq;

// Starts a broker and a store in containers, prints their addresses, and keeps them until standard input ends.
await using var broker = new RabbitMqBuilder("rabbitmq:4-management").Build();
await using var store = new MongoDbBuilder("mongo:8").WithReplicaSet().Build();
await Task.WhenAll(broker.StartAsync(), store.StartAsync());

Console.WriteLine($"PIPELINE_TEST_RABBITMQ={broker.GetConnectionString()}");
Console.WriteLine($"PIPELINE_TEST_MONGODB={store.GetConnectionString()}");
await Console.In.ReadToEndAsync();
