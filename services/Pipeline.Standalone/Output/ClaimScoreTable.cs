namespace Pipeline.Standalone.Output;

/// <summary>Claims of each file as tables.</summary>
internal static class ClaimScoreTable
{
    public static void Write(Screen screen, IReadOnlyList<ClaimScoreLine> files)
    {
        foreach (var file in files)
        {
            screen.WriteLine(LabelScoreTables.Heading(file.File, file.Abstracts, file.Sentences, file.CutOtherwise));
            if (file is { Claims: { } claims, Types: { } types })
            {
                // The errors in the types hold those in the claims.
                screen.WriteAll(LabelScoreTables.Binary("claims", claims with { Errors = [] }, screen.Width));
                screen.WriteLine($"Type right: {LabelScoreTables.Share(file.TypeRightOfFound)} of the claims found, {LabelScoreTables.Share(file.TypeRightOfAll)} of all.");
                screen.WriteAll(LabelScoreTables.Classes("types", types, screen.Width));
            }

            if (file.MainClaims is { } main)
            {
                screen.WriteAll(LabelScoreTables.Binary("main claims", main, screen.Width));
            }
        }
    }
}
