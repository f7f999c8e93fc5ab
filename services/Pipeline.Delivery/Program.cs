using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Delivery;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "delivery",
    args,
    services => services.AddMongoStorage().AddDelivery().AddPublicExchange().AddWebhooks().AddDigests(),
    bus => bus.AddDeliveryConsumers());
