using Pipeline.Deploy.Tests.Support;

namespace Pipeline.Deploy.Tests.Compose;

public sealed class SecretTests
{
    [Fact]
    public void Secrets_AreNowhereInTheFile() => Assert.Empty(SecretRules.Violations(Deployment.Compose));

    [Fact]
    public void Example_NamesEverySecretAndSetsNone()
    {
        Assert.Equal(
            SecretRules.RequiredVariables(Deployment.ComposeText).Order(StringComparer.Ordinal),
            Deployment.Example.Keys.Order(StringComparer.Ordinal));
        Assert.All(Deployment.Example.Values, value => Assert.Equal("", value));
    }

    [Fact]
    public void FileOfSecrets_StaysOutOfTheRepository()
        => Assert.Contains(Checkout.Read(".gitignore").Split('\n', StringSplitOptions.TrimEntries), line => line is ".env" or "/.env");

    [Theory]
    [InlineData("RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD:?set it}", 0)]
    [InlineData("RABBITMQ_DEFAULT_PASS: guest", 1)]
    [InlineData("RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD}", 1)]
    [InlineData("RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD:-guest}", 1)]
    [InlineData("RABBITMQ_DEFAULT_PASS: prefix${RABBITMQ_PASSWORD:?set it}", 1)]
    [InlineData("RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD:-}", 1)]
    [InlineData("Smtp__Password: ${PIPELINE_SMTP_PASSWORD:-}", 0)]
    [InlineData("Smtp__Password: ${PIPELINE_SMTP_PASSWORD:-abc}", 1)]
    [InlineData("Smtp__Password: abc", 1)]
    [InlineData("Api__Keys__0__Key: abc", 1)]
    [InlineData("Api__Keys__0__Name: operator", 0)]
    [InlineData("Broker__Address: amqp://guest:guest@rabbitmq:5672/", 1)]
    [InlineData("Broker__Address: amqp://user:${RABBITMQ_PASSWORD:-guest}@rabbitmq:5672/", 1)]
    [InlineData("Broker__Address: amqp://user:${RABBITMQ_PASSWORD:?set it}@rabbitmq:5672/", 0)]
    [InlineData("Broker__Address: amqp://rabbitmq:5672/", 0)]
    public void Secret_InTheOpenOrWithADefault_IsCaught(string setting, int violations)
        => Assert.Equal(violations, SecretRules.Violations(ComposeFile.Parse(Some.Service(setting))).Count());
}
