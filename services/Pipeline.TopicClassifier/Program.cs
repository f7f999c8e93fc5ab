using Pipeline.BuildingBlocks.Hosting;
using Pipeline.TopicClassifier;
using Pipeline.Storage.Mongo;

return await Worker.RunAsync(
    "topic-classifier",
    args,
    services => services.AddMongoStorage().AddTopicClassifier(),
    bus => bus.AddTopicClassifierConsumers());
