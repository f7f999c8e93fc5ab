using MongoDB.Driver;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Which errors of single writes mean what.</summary>
internal static class WriteErrors
{
    private const int WriteConflict = 112;

    // BadValue, FailedToParse, TypeMismatch, DollarPrefixedFieldName, DottedFieldName, EmptyFieldName,
    // DocumentValidationFailure, and the codes of a document above 16 MB.
    private static readonly int[] Permanent = [2, 9, 14, 52, 56, 57, 121, 10334, 17419, 17420];

    /// <summary>Another writer was first: read again and repeat.</summary>
    public static bool IsConflict(WriteError error)
        => error.Category == ServerErrorCategory.DuplicateKey || error.Code == WriteConflict;

    /// <summary>The server will never take this document.</summary>
    public static bool IsPermanent(WriteError error) => Permanent.Contains(error.Code);
}
