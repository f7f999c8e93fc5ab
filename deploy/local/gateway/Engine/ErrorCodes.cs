namespace Pipeline.LocalMongo.Engine;

/// <summary>Which MongoDB error code an error of the engine stands for.</summary>
internal static class ErrorCodes
{
    public const int InternalError = 1;
    public const int FailedToParse = 9;
    public const int CursorNotFound = 43;
    public const int CommandNotFound = 59;
    public const int WriteConflict = 112;
    public const int NoSuchTransaction = 251;

    // The engine numbers MongoDB's codes on its own; those that a program may ask for, and PostgreSQL's own.
    private static readonly Dictionary<string, int> BySqlState = new(StringComparer.Ordinal)
    {
        ["M0001"] = 2, // BadValue
        ["M0003"] = FailedToParse,
        ["M0004"] = 14, // TypeMismatch
        ["M0006"] = 20, // IllegalOperation
        ["M0008"] = 26, // NamespaceNotFound
        ["M0009"] = 27, // IndexNotFound
        ["M000A"] = 28, // PathNotViable
        ["M000D"] = 40, // ConflictingUpdateOperators
        ["M000E"] = CursorNotFound,
        ["M000F"] = 48, // NamespaceExists
        ["M000G"] = 52, // DollarPrefixedFieldName
        ["M000M"] = 66, // ImmutableField
        ["M000N"] = 67, // CannotCreateIndex
        ["M000O"] = 68, // IndexAlreadyExists
        ["M000P"] = 72, // InvalidOptions
        ["M000Q"] = 73, // InvalidNamespace
        ["M000R"] = 85, // IndexOptionsConflict
        ["M000S"] = 86, // IndexKeySpecsConflict
        ["M000U"] = 115, // CommandNotSupported
        ["M0016"] = 263, // OperationNotSupportedInTransaction
        ["M0018"] = 291, // UnableToFindIndex
        ["M001B"] = 10334, // BsonObjectTooLarge
        ["M001C"] = 11000, // DuplicateKey
        ["M003A"] = 17419, // document after the update is too large
        ["M003B"] = 17420, // document to upsert is too large
        ["M00CO"] = 121, // DocumentValidationFailure
        ["M00EW"] = 24, // LockTimeout
        ["M00EX"] = 50, // MaxTimeMSExpired
        ["M00EY"] = CommandNotFound,
        ["M00F1"] = WriteConflict,
        ["M00F6"] = NoSuchTransaction,
        ["23505"] = 11000, // unique_violation
        ["40001"] = WriteConflict, // serialization_failure
        ["40P01"] = WriteConflict, // deadlock_detected
        ["53100"] = 14031, // OutOfDiskSpace
        ["55P03"] = 24, // lock_not_available
        ["57014"] = 50, // query_canceled
    };

    public static int FromSqlState(string sqlState) => BySqlState.GetValueOrDefault(sqlState, InternalError);

    /// <summary>The engine reports the errors of single writes as PostgreSQL packs an SQLSTATE: six bits a character, the first one lowest.</summary>
    public static int FromPacked(int packed)
        => FromSqlState(string.Create(5, packed, static (text, rest) =>
        {
            for (var i = 0; i < text.Length; i++, rest >>= 6)
            {
                text[i] = (char)('0' + (rest & 0x3F));
            }
        }));

    /// <summary>Says that the engine is gone or going: the client has to see a broken connection, as it would with MongoDB.</summary>
    public static bool MeansEngineIsGone(string sqlState)
        => sqlState.StartsWith("08", StringComparison.Ordinal)
            || sqlState is "57P01" or "57P02" or "57P03" or "53300";
}
