using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor;
using Pipeline.PoisonedClaims;
using Pipeline.Storage.Mongo;

// The claim extractor for tests, as it is but for its store, which some papers are poison to.
return await Worker.RunAsync(
    "claim-extractor",
    args,
    services =>
    {
        services.AddMongoStorage().AddClaimExtractor();
        services.AddValidatedOptions<PoisonOptions, PoisonOptionsValidator>(PoisonOptions.Section);
        var store = services.Last(service => service.ServiceType == typeof(IPaperStore)).ImplementationType!;
        services.AddSingleton<IPaperStore>(provider => new PoisonedStore(
            (IPaperStore)ActivatorUtilities.CreateInstance(provider, store),
            PoisonList.Read(provider.GetRequiredService<IOptions<PoisonOptions>>().Value.List!)));
    },
    bus => bus.AddClaimExtractorConsumers());
