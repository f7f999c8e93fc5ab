using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Every source: those of the configuration, and those that people added to the store. The configuration wins.</summary>
public sealed class SourceCatalogue(IOptions<SourcesOptions> options, ISourceStore store)
{
    /// <summary>Reads all sources, by id in ordinal order.</summary>
    public async Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken cancellationToken)
    {
        var configured = options.Value.Sources;
        var stored = await store.ListAsync(cancellationToken);
        return [.. configured.Values.Concat(stored.Where(source => !configured.ContainsKey(source.Id))).OrderBy(source => source.Id, StringComparer.Ordinal)];
    }

    /// <summary>Finds a source.</summary>
    /// <returns>The source, or null when there is none.</returns>
    public async Task<SourceDefinition?> FindAsync(string id, CancellationToken cancellationToken)
        => options.Value.Sources.TryGetValue(id, out var configured)
            ? configured
            : (await store.ListAsync(cancellationToken)).FirstOrDefault(source => source.Id == id);

    /// <summary>Whether a source stands in the configuration, so that commands cannot change it.</summary>
    public bool IsConfigured(string id) => options.Value.Sources.ContainsKey(id);
}
