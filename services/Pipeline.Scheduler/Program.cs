using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Scheduler;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "scheduler",
    args,
    services => services.AddMongoStorage().AddScheduler().AddRetries().AddBrokersDead().AddReprocessing().AddSourceSchedules(),
    _ => { });
