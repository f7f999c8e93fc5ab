using System.Text.Json;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests.Support;

/// <summary>A mail, and what arrived of it.</summary>
internal static class SomeMail
{
    public static OutgoingMail To(string address, string subject = "Graphs: über “all”") => new()
    {
        Key = "digest.1.1",
        SubscriptionId = SomeSubscription.Id(),
        To = address,
        At = Some.Time(),
        Content = new(subject, "Grüße\n\n-- \nend\n", "<p>Grüße</p>\n"),
        Unsubscribe = new("https://papers.example.org/digests/unsubscribe?id=1&token=2"),
    };

    /// <summary>The only header of a name.</summary>
    public static string Header(this JsonElement mail, string name)
        => Assert.Single(mail.GetProperty("headers").EnumerateArray(), header => header[0].GetString()!.Equals(name, StringComparison.OrdinalIgnoreCase))[1].GetString()!;

    public static bool HasHeader(this JsonElement mail, string name)
        => mail.GetProperty("headers").EnumerateArray().Any(header => header[0].GetString()!.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a part.</summary>
    public static string Part(this JsonElement mail, string type)
        => Assert.Single(mail.GetProperty("parts").EnumerateArray(), part => part.GetProperty("type").GetString() == type).GetProperty("text").GetString()!;
}
