using MongoDB.Bson;
using Npgsql;
using Pipeline.LocalMongo.Engine;

namespace Pipeline.LocalMongo.Commands;

/// <summary>A command cannot be done, and the client is to be told so with this code.</summary>
internal sealed class CommandException(int code, string message) : Exception(message)
{
    public int Code => code;
}

internal static class Replies
{
    public static readonly byte[] Ok = new BsonDocument("ok", 1.0).ToBson();

    public static byte[] Error(int code, string message, bool transient)
    {
        var reply = new BsonDocument { { "ok", 0.0 }, { "errmsg", message }, { "code", code }, { "codeName", NameOf(code) } };
        if (transient)
        {
            reply.Add("errorLabels", new BsonArray { "TransientTransactionError" });
        }

        return reply.ToBson();
    }

    /// <summary>The engine's message, with its own code when ours says nothing.</summary>
    public static (int Code, string Message) Explain(PostgresException error)
    {
        var code = ErrorCodes.FromSqlState(error.SqlState);
        return (code, code == ErrorCodes.InternalError ? $"{error.SqlState}: {error.MessageText}" : error.MessageText);
    }

    private static string NameOf(int code) => code switch
    {
        11000 => "DuplicateKey",
        26 => "NamespaceNotFound",
        48 => "NamespaceExists",
        121 => "DocumentValidationFailure",
        ErrorCodes.WriteConflict => "WriteConflict",
        ErrorCodes.CommandNotFound => "CommandNotFound",
        ErrorCodes.CursorNotFound => "CursorNotFound",
        ErrorCodes.NoSuchTransaction => "NoSuchTransaction",
        ErrorCodes.InternalError => "InternalError",
        _ => $"Error{code}",
    };
}
