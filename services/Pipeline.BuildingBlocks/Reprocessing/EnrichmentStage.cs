namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>A stage whose results can be made again from what is stored.</summary>
public enum EnrichmentStage
{
    /// <summary>The claim extractor.</summary>
    Claims,

    /// <summary>The topic classifier.</summary>
    Topics,
}
