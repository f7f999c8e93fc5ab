using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Fetcher;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "fetcher",
    args,
    services => services.AddMongoStorage().AddFetcher(),
    bus => bus.AddFetcherConsumers());
