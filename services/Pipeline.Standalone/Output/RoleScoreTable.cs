namespace Pipeline.Standalone.Output;

/// <summary>Roles of each file as tables.</summary>
internal static class RoleScoreTable
{
    public static void Write(Screen screen, IReadOnlyList<RoleScoreLine> files)
    {
        foreach (var file in files)
        {
            screen.WriteLine(LabelScoreTables.Heading(file.File, file.Abstracts, file.Sentences, file.CutOtherwise));
            if (file.SureSentences is { } sure)
            {
                screen.WriteLine($"Labels of confidence 0.7 and more: {sure} sentences, accuracy {LabelScoreTables.Share(file.SureAccuracy)}.");
            }

            screen.WriteAll(LabelScoreTables.All("roles", file.Roles, screen.Width));
        }
    }
}
