using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Parser;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "parser",
    args,
    services => services.AddMongoStorage().AddParser(),
    bus => bus.AddParserConsumers());
