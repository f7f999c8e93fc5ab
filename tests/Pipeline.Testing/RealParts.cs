namespace Pipeline.Testing;

/// <summary>Addresses of the real broker and the real store; <c>tests/run</c> chooses and sets them.</summary>
public static class RealParts
{
    /// <summary>AMQP address of a RabbitMQ broker.</summary>
    public static Uri RabbitMq => new(Read("PIPELINE_TEST_RABBITMQ"));

    /// <summary>Connection string of a MongoDB-compatible server.</summary>
    public static string MongoDb => Read("PIPELINE_TEST_MONGODB");

    private static string Read(string name)
        => Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"{name} is not set. Run the tests with tests/run, which starts or finds a broker and a store.");
}
