using System.Collections.Frozen;

namespace Pipeline.TopicClassifier.Classification.Keyphrases;

/// <summary>English words that stand in no keyphrase: they end one.</summary>
internal static class StopWords
{
    private const string Common = """
        about above across after again against all almost along already also although always among an and another any are aren as at be
        because become been before being below best better between both but by called can cannot case cases certain could current
        currently de despite did different do does done due during each easily effective effectively efficient efficiently either else
        enough especially et etc even every example existing extensive far few finally find first for found four from full fully further
        furthermore general generally given good great had has have having he hence her high highly his how however ie if important in
        including indeed instead into is it its itself just key large last later least less like likely many may means might more
        moreover most much must namely nearly need needed needs new next no non nor not novel now number of off often on once one ones
        only onto or other others our out over own paper papers particular particularly per perform performs possible present presented
        previous previously problem problems proposed provide provided provides quite rather really recent recently remains respectively
        result results same second several shall she should show shown shows significant significantly similar simple simply since
        single small so some specific specifically state still such than that the their them themselves then there therefore these they
        third this those though three through throughout thus to together too toward towards two typically under unlike until up upon us
        use used useful uses using usually various very via was way ways we well were what when where whether which while who whole
        whose why will with within without work works would yet you your zero
        """;

    // What every paper says of itself.
    private const string Papers = """
        achieve achieved achieves address aim aims allow allows applied apply approach approaches argue based compare compared consider
        considered demonstrate demonstrated demonstrates describe described describes develop developed discuss enable enables evaluate
        evaluated experimental experiments explore extend framework frameworks help helps improve improved improves introduce introduced
        introduces investigate lead leading leads made make makes method methods obtain obtained outperform outperforms performance
        propose proposes report reported require required requires set sets studies study take taken takes task tasks technique
        techniques test train trained
        """;

    /// <summary>All of them, lower case.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All { get; } = $"{Common} {Papers}"
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
