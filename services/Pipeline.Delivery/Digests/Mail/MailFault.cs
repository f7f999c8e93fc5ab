namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Why a mail was not taken, in kinds that call for different deeds. Few, for they are a label of a metric.</summary>
public enum MailFault
{
    /// <summary>No mail server answers there.</summary>
    Unreachable,

    /// <summary>There is no secure connection, or no certificate that is trusted.</summary>
    Tls,

    /// <summary>It does not let us log on.</summary>
    LogOn,

    /// <summary>It takes nothing from our address.</summary>
    Sender,

    /// <summary>The connection broke off before the mail was taken, as far as is known.</summary>
    Lost,

    /// <summary>It may take this mail for this reader later.</summary>
    Later,

    /// <summary>It will never take this mail for this reader.</summary>
    Refused,
}
