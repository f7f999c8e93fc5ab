using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class AddressRulesTests
{
    private static readonly Access Strict = new() { AttemptTimeout = TimeSpan.FromMinutes(1), Interval = TimeSpan.Zero, MaxBytes = 1 };

    [Theory]
    [InlineData("https://example.org/", true)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("https://[2001:4860:4860::8888]/", true)]
    [InlineData("http://example.org/", false)]
    [InlineData("https://user@example.org/", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://[::1]/", false)]
    public void Refusal_NamesWhatMayNotBeAsked(string address, bool allowed)
        => Assert.Equal(allowed, AddressRules.Refusal(new(address), Strict) is null);

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://127.0.0.1/")]
    public void Refusal_IsLiftedByWhatAllowsIt(string address)
        => Assert.Null(AddressRules.Refusal(new(address), Strict with { AllowHttp = true, AllowPrivateHosts = true }));

    [Theory]
    [InlineData("https://a.example/", "https://b.example/", true)]
    [InlineData("http://a.example/", "https://b.example/", true)]
    [InlineData("http://a.example/", "http://b.example/", true)]
    [InlineData("https://a.example/", "http://a.example/", false)]
    public void RefusalOfRedirect_NeverGivesUpEncryption(string from, string to, bool followed)
        => Assert.Equal(followed, AddressRules.RefusalOfRedirect(new(from), new(to), Strict with { AllowHttp = true }) is null);
}
