using Microsoft.Extensions.Options;

namespace Pipeline.Api.Tests;

public sealed class ApiOptionsTests
{
    private const string Key = "0123456789abcdef01234567";

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", true)]
    [InlineData("", true)]
    [InlineData("https://127.0.0.1:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://papers.example:5080", false)]
    [InlineData("http://localhost.evil.example:5080", false)]
    [InlineData("http://user@127.0.0.1:5080", false)]
    [InlineData("http://127.0.0.1:5080/api", false)]
    [InlineData("127.0.0.1:5080", false)]
    public void Urls_AreAddressesOfIp(string urls, bool valid) => Assert.Equal(valid, Validate(new() { Urls = urls }).Succeeded);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.0.2.1:5080")]
    public void Urls_BeyondLoopback_NeedAKey(string urls)
    {
        var failed = Validate(new() { Urls = urls });

        Assert.StartsWith("Keys:", Assert.Single(failed.Failures!), StringComparison.Ordinal);
        Assert.True(Validate(new() { Urls = urls, Keys = [new() { Name = "a", Key = Key }] }).Succeeded);
    }

    [Theory]
    [InlineData("a", Key, null, true)]
    [InlineData("a", null, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true)]
    [InlineData("", Key, null, false)]
    [InlineData(null, Key, null, false)]
    [InlineData("a\n", Key, null, false)]
    [InlineData("a", null, null, false)]
    [InlineData("a", Key, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false)]
    [InlineData("a", "0123456789abcdef0123456", null, false)]
    [InlineData("a", "0123456789abcdef 0123456789", null, false)]
    [InlineData("a", null, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", false)]
    [InlineData("a", null, "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false)]
    public void Key_HasANameAndASecretOfEnoughLength(string? name, string? key, string? hash, bool valid)
    {
        var result = Validate(new() { Keys = [new() { Name = name, Key = key, Sha256 = hash }] });

        Assert.Equal(valid, result.Succeeded);
        Assert.All(result.Failures ?? [], failure => Assert.DoesNotContain("0123456789", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_OfOneName_AreRefused()
        => Assert.True(Validate(new() { Keys = [new() { Name = "a", Key = Key }, new() { Name = "a", Key = Key + "x" }] }).Failed);

    [Theory]
    [InlineData(0, "00:00:30", false)]
    [InlineData(1, "00:00:01", true)]
    [InlineData(1_000_000, "00:10:00", true)]
    [InlineData(1_000_001, "00:00:30", false)]
    [InlineData(600, "00:00:00.9", false)]
    [InlineData(600, "00:10:01", false)]
    public void Limits_HaveBounds(int requests, string timeout, bool valid)
        => Assert.Equal(valid, Validate(new() { RequestsPerMinute = requests, RequestTimeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture) }).Succeeded);

    [Theory]
    [InlineData(0, 64, "ConcurrentRequests")]
    [InlineData(1, 0, null)]
    [InlineData(10_000, 100_000, null)]
    [InlineData(10_001, 64, "ConcurrentRequests")]
    [InlineData(32, -1, "WaitingRequests")]
    [InlineData(32, 100_001, "WaitingRequests")]
    public void Places_HaveBounds_AndTheFaultNamesItsKey(int running, int waiting, string? wrong)
    {
        var result = Validate(new() { ConcurrentRequests = running, WaitingRequests = waiting });

        Assert.Equal(wrong is null, result.Succeeded);
        Assert.Equal(wrong is not null, result.Failures?.Single().Contains(wrong!, StringComparison.Ordinal) ?? false);
    }

    private static ValidateOptionsResult Validate(ApiOptions options) => new ApiOptionsValidator().Validate(null, options);
}
