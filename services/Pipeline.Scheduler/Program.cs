using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Scheduler;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "scheduler",
    args,
    services => services.AddMongoStorage().AddScheduler().AddRetries().AddBrokerDeadLetters().AddReprocessing().AddSourceSchedules(),
    _ => { });
