using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.PoisonWorker;
using Pipeline.Storage.Mongo;

// A worker for tests, over the production wiring: some papers kill it.
return await Worker.RunAsync(
    "poison-worker",
    args,
    services => services.AddMongoStorage().AddValidatedOptions<PoisonOptions, PoisonOptionsValidator>(PoisonOptions.Section),
    bus => bus.AddConsumer<ExtractClaimsConsumer, BatchQueueDefinition<ExtractClaimsConsumer, PoisonOptions>>());
