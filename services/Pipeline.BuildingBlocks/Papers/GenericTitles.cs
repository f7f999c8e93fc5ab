using System.Collections.Frozen;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Titles that many papers have. Pure.</summary>
internal static class GenericTitles
{
    private const int FewestLetters = 12;

    // A Chinese, Japanese or Korean character says about as much as three Latin letters.
    private const int FirstEastAsian = 0x2E80;
    private const int EastAsianWeight = 3;

    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
        [
            "acknowledgements", "acknowledgments", "announcement", "announcements", "authorindex", "bookreviews", "callforpapers", "communications",
            "conclusionsandoutlook", "conferenceprogram", "contributors", "correspondence", "editorialboard", "editorialnote", "editorsintroduction",
            "editorsnote", "errataandcorrections", "expressionofconcern", "fromtheeditor", "fromtheeditors", "frontmatter", "guesteditorial",
            "guesteditorialintroduction", "guesteditors", "indexofauthors", "inthisissue", "introduction", "introductiontothespecialissue",
            "issueinformation", "letterfromtheeditor", "letterstotheeditor", "lettertotheeditor", "listofreviewers", "messagefromthechairs",
            "newsandviews", "notesoncontributors", "openingremarks", "presidentsmessage", "publishersnote", "questionsandanswers",
            "reportsandcommunications", "researchhighlights", "retractionnotice", "retractionnote", "reviewerlist", "specialissue",
            "specialissueeditorial", "subjectindex", "supplementarymaterial", "tableofcontents", "thankyoutoreviewers", "titlepending", "untitledpaper",
            "welcomemessage", "workshopsummary",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a title says which paper it is.</summary>
    /// <param name="letters">Its letters, as <see cref="TitleLetters.Of"/> gives them.</param>
    public static bool Tells(string letters)
        => SaysEnough(letters) && !Common.Contains(letters);

    private static bool SaysEnough(string letters)
    {
        var said = 0;
        foreach (var rune in letters.EnumerateRunes())
        {
            said += rune.Value >= FirstEastAsian ? EastAsianWeight : 1;
            if (said >= FewestLetters)
            {
                return true;
            }
        }

        return false;
    }
}
