using Npgsql;
using Pipeline.LocalMongo.Commands;

namespace Pipeline.LocalMongo.Engine;

/// <summary>Reads the first column as BSON, in either of the forms that the engine's results come in.</summary>
internal static class EngineReply
{
    private const string TextPrefix = "BSONHEX";

    public static byte[] Read(NpgsqlDataReader row)
    {
        if (row.GetFieldType(0) == typeof(byte[]))
        {
            return row.GetFieldValue<byte[]>(0);
        }

        var text = row.GetString(0);
        return text.StartsWith(TextPrefix, StringComparison.Ordinal)
            ? Convert.FromHexString(text.AsSpan(TextPrefix.Length))
            : throw new CommandException(ErrorCodes.InternalError, "the engine's reply is not BSON");
    }
}
