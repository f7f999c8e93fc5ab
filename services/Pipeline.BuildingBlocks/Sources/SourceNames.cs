namespace Pipeline.BuildingBlocks.Sources;

/// <summary>What sources are called outside this installation. Pure.</summary>
/// <remarks>
/// A file of a directory is kept as <c>ID/NAME</c>, a file that was named as <c>file:PATH</c>, an address as <c>address:URL</c>. Paths, and
/// addresses with what they may have in them, are nobody's business.
/// </remarks>
public static class SourceNames
{
    private static readonly char[] Ends = ['/', ':'];

    /// <summary>The id of the configured source, <c>file</c> or <c>address</c>.</summary>
    public static string Outside(string sourceId)
    {
        ArgumentNullException.ThrowIfNull(sourceId);
        return sourceId.IndexOfAny(Ends) is > 0 and var end ? sourceId[..end] : sourceId;
    }
}
