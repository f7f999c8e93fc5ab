namespace Pipeline.Learning.Topics;

/// <summary>Which n-grams tell a reader something: those that neither begin nor end with a word of grammar, of academic habit, or a number.</summary>
internal static class ReadableNGram
{
    private static readonly HashSet<string> Empty = new(
        ("a about above accordingly across additionally after against all also although among an and another any are around as at available be because been before being "
        + "below between both but by can cannot com could demonstrate demonstrated demonstrates despite did do does doing done due during e each either etc even every example existing "
        + "extensive few finally find first following for four from further furthermore g github had has have having he hence her here high his how however https http i if importantly in "
        + "including indeed instead into introduce introduces io is it its itself just largely less like low made mainly make makes many may might more moreover most much must namely need "
        + "needs neither new next no nor not notably novel now of often on one only onto or org other others our out over own paper particularly per perform performs present presents "
        + "previous prior propose proposed proposes provide provides rather recent recently respectively results s same second several shall she should show showing shown shows significant "
        + "significantly simply since so some specifically still study such t than that the their them themselves then there thereby therefore these they third this those though three "
        + "through throughout thus to together too toward towards two under until unlike up upon us use used uses using various very via was we well were what when where whereas whether "
        + "which while who whom whose why will with within without work would www yet you your").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Gaps = [' ', '\t', '\r', '\n', '\u00a0', '-', '\u2010', '\u2011', '\u2013', '/'];

    public static bool Is(string text)
    {
        var words = text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        return Says(words[0]) && Says(words[^1]);
    }

    private static bool Says(string word) => word.Length > 1 && word.Any(char.IsLetter) && !Empty.Contains(word);
}
