using Pipeline.BuildingBlocks.Hosting;
using Pipeline.ClaimExtractor;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "claim-extractor",
    args,
    services => services.AddMongoStorage().AddClaimExtractor(),
    bus => bus.AddClaimExtractorConsumers());
