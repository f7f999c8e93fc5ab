using Pipeline.Api;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync("api", args, services => services.AddMongoStorage().AddPipelineApi(), _ => { });
