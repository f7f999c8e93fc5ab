using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo.Commands;

/// <summary>A command and what every command may carry.</summary>
internal sealed class Request
{
    public required string Name { get; init; }

    /// <summary>The value of the first element when it is a string: in most commands the collection.</summary>
    public required string Collection { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required ReadOnlyMemory<byte> Documents { get; init; }

    public string Database { get; private set; } = "admin";

    public Guid? Session { get; private set; }

    public long? TransactionNumber { get; private set; }

    public bool InTransaction { get; private set; }

    public bool StartsTransaction { get; private set; }

    public static Request From(WireMessage message)
    {
        Request? request = null;
        foreach (var item in new BsonView(message.Body))
        {
            request ??= new()
            {
                Name = System.Text.Encoding.UTF8.GetString(item.Name.Span),
                Collection = item.AsString() ?? "",
                Body = message.Body,
                Documents = message.Documents,
            };
            request.Read(item);
        }

        return request ?? throw new WireException("an empty command");
    }

    private void Read(BsonItem item)
    {
        if (item.Is("$db"u8))
        {
            Database = item.AsString() ?? "";
        }
        else if (item.Is("lsid"u8) && item.AsDocument().Find("id"u8) is { Type: 0x05, Value.Length: 21 } id)
        {
            Session = new Guid(id.Value.Span[5..]);
        }
        else if (item.Is("txnNumber"u8))
        {
            TransactionNumber = item.AsInt64();
        }
        else if (item.Is("autocommit"u8))
        {
            InTransaction = !item.AsBoolean();
        }
        else if (item.Is("startTransaction"u8))
        {
            StartsTransaction = item.AsBoolean();
        }
    }
}
