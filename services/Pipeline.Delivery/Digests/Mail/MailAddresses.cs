using MimeKit;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Mail addresses that can be written to. Pure.</summary>
public static class MailAddresses
{
    /// <summary>Longest address, in characters (RFC 5321 leaves no more between its brackets).</summary>
    public const int MaxLength = 254;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>What is wrong with an address.</summary>
    /// <returns>Null when it can be written to.</returns>
    public static string? Fault(string? address)
        => string.IsNullOrEmpty(address) ? "Give a mail address, such as reader@example.org."
            : address.Length > MaxLength ? $"A mail address has at most {MaxLength} characters."
            : address.Any(letter => letter is <= ' ' or > '~' or '"' or '(' or ')' or '<' or '>' or ',' or ';' or ':' or '\\' or '[' or ']')
                ? "A mail address has neither spaces, quotes and brackets nor letters beyond ASCII; write a domain of other letters as xn--…."
            : !MailboxAddress.TryParse(Strict, address, out var mailbox) || mailbox.GetAddress(idnEncode: true) != address || !address[(address.LastIndexOf('@') + 1)..].Contains('.')
                ? "It is no mail address, such as reader@example.org."
            : null;

    /// <summary>The domain of an address.</summary>
    internal static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
