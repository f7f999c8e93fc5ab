using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using MongoDB.Driver;

namespace Pipeline.Storage.Mongo;

/// <summary>Where MongoDB is, and how long to wait for it. Section <c>Mongo</c>.</summary>
public sealed class MongoStorageOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Mongo";

    /// <summary>Address, for example <c>mongodb://localhost:27017</c>. Required; there is no default.</summary>
    [Required(ErrorMessage = "It is required: the address of MongoDB, for example mongodb://localhost:27017.")]
    [MongoAddress(ErrorMessage = "It is not a MongoDB address, for example mongodb://localhost:27017.")]
    public string? ConnectionString { get; set; }

    /// <summary>Database that holds everything, 1 to 63 letters, digits, <c>-</c> or <c>_</c>. Default <c>papers</c>.</summary>
    [Required(ErrorMessage = "It must name a database.")]
    [RegularExpression("[A-Za-z0-9_-]{1,63}", ErrorMessage = "It must be 1 to 63 letters, digits, - or _.")]
    public string Database { get; set; } = "papers";

    /// <summary>Longest wait for a server to answer at all, 100 ms to 5 min. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the answer to one command, 1 s to 1 h. Default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Whether there are indexes for searches by words, by topic, by what claims name and for the newest; without them a search reads every
    /// paper, and finds the same. Default: yes on MongoDB, no on engines that only speak its protocol, because some of
    /// those write every index entry of a document anew with each update, and words are a hundred and more a paper.
    /// </summary>
    public bool? SearchIndexes { get; set; }
}

[OptionsValidator]
internal sealed partial class MongoStorageOptionsValidator : IValidateOptions<MongoStorageOptions>;

/// <summary>Accepts what the driver can read as an address. The driver's own message quotes the address, password and all.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MongoAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        if (value is not string { Length: > 0 } address)
        {
            return true;
        }

        try
        {
            _ = MongoUrl.Create(address);
            return true;
        }
        catch (Exception e) when (e is MongoConfigurationException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
