namespace Pipeline.LocalMongo.Engine;

/// <summary>The engine's functions, as statements. $1 is the database, $2 the command, $3 what else there is.</summary>
internal static class Statements
{
    public const string InsertBulk = "CALL documentdb_api.insert_bulk" + WriteArguments;
    public const string UpdateBulk = "CALL documentdb_api.update_bulk" + WriteArguments;
    public const string DeleteBulk = "CALL documentdb_api.delete_txn_proc" + WriteArguments;

    public const string Insert = SelectResult + "insert" + TransactionArguments;
    public const string Update = SelectResult + "update" + TransactionArguments;
    public const string Delete = SelectResult + "delete" + TransactionArguments;
    public const string FindAndModify = SelectResult + "find_and_modify($1, $2::bytea::documentdb_core.bson)";

    public const string Find = SelectPage + "find_cursor_first_page" + Command;
    public const string Aggregate = SelectPage + "aggregate_cursor_first_page" + Command;
    public const string ListCollections = SelectPage + "list_collections_cursor_first_page" + Command;
    public const string ListIndexes = SelectPage + "list_indexes_cursor_first_page" + Command;
    public const string GetMore = "SELECT cursorpage::bytea, continuation::bytea FROM documentdb_api.cursor_get_more"
        + "($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bson)";
    public const string DeleteCursors = "SELECT documentdb_api_internal.delete_cursors($1)::bytea";

    public const string Count = "SELECT document::bytea FROM documentdb_api.count_query" + Command;
    public const string Distinct = "SELECT document::bytea FROM documentdb_api.distinct_query" + Command;
    public const string Validate = "SELECT document::bytea FROM documentdb_api.validate" + Command;

    public const string Create = "SELECT documentdb_api.create_collection_view($1, $2::bytea::documentdb_core.bson)::bytea";
    public const string CollMod = "SELECT documentdb_api.coll_mod($1, $3, $2::bytea::documentdb_core.bson)::bytea";
    public const string RenameCollection = "SELECT documentdb_api.rename_collection($2::bytea::documentdb_core.bson)::bytea WHERE $1 <> ''";
    public const string ListDatabases = "SELECT documentdb_api.list_databases($2::bytea::documentdb_core.bson)::bytea WHERE $1 <> ''";
    public const string CurrentOp = "SELECT document::bytea FROM documentdb_api.current_op_command($2::bytea::documentdb_core.bson) WHERE $1 <> ''";

    public const string CollStats = "SELECT documentdb_api.coll_stats($1, $2, 1)::bytea";
    public const string DbStats = "SELECT documentdb_api.db_stats($1, 1, false)::bytea";
    public const string CreateCollection = "SELECT documentdb_api.create_collection($1, $2)";
    public const string CreateIndexes = "SELECT documentdb_api_internal_readwrite.create_indexes_non_concurrently"
        + "($1, $2::bytea::documentdb_core.bson, true)::bytea";
    public const string DropIndexes = "CALL documentdb_api.drop_indexes($1, $2::bytea::documentdb_core.bson, NULL)";
    public const string Drop = "SELECT documentdb_api.drop_collection($1, $2)";
    public const string DropDatabase = "SELECT documentdb_api.drop_database($1) IS NULL";

    private const string WriteArguments = "($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bsonsequence, NULL, NULL, NULL)";
    private const string SelectResult = "SELECT p_result::bytea, p_success FROM documentdb_api.";
    private const string TransactionArguments = "($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bsonsequence)";
    private const string SelectPage = "SELECT cursorpage::bytea, continuation::bytea, cursorid FROM documentdb_api.";
    private const string Command = "($1, $2::bytea::documentdb_core.bson)";
}
