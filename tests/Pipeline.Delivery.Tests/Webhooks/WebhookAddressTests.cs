using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://example.org/hook?a=b")]
    [InlineData("https://8.8.8.8:8443/")]
    [InlineData("https://[2001:4860:4860::8888]/")]
    public void PublicAddress_IsAllowed(string url) => Assert.Null(WebhookAddress.Refusal(url, allowPrivate: false));

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public void PrivateAddress_IsRefusedUnlessAllowed(string url)
    {
        Assert.NotNull(WebhookAddress.Refusal(url, allowPrivate: false));
        Assert.Null(WebhookAddress.Refusal(url, allowPrivate: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hook")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:word@example.org/")]
    [InlineData("https://example.org/#part")]
    [InlineData("https://example.org/\r\nx-evil: 1")]
    [InlineData("https://example.org/a b")]
    public void WhatIsNoPlainWebAddress_IsAlwaysRefused(string url) => Assert.NotNull(WebhookAddress.Refusal(url, allowPrivate: true));

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void Address_HasABound(int length, bool allowed)
        => Assert.Equal(allowed, WebhookAddress.Refusal("https://example.org/".PadRight(length, 'x'), allowPrivate: false) is null);
}
