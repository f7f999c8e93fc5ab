using System.Text;

namespace Pipeline.Parser.Fuzz;

/// <summary>Inputs to begin with: a small listing in each form, and real ones where they are at hand.</summary>
public static class Seeds
{
    private const string Abstract =
        "Sorting is slow on wet paper. We propose DrySort, a method that dries each page before it is compared. Experiments on three data sets show that "
        + "it is 2.5 times faster than the best baseline and loses no page. The approach carries over to cardboard.";

    private const string Separator = "------------------------------------------------------------------------------\n";
    private const int LargestFile = 300 * 1024;

    /// <summary>A small listing in each form.</summary>
    public static IReadOnlyList<byte[]> Inline { get; } =
    [
        .. new[]
        {
            $"{{\"title\":\"DrySort\",\"abstract\":\"{Abstract}\",\"id\":\"2401.01234\",\"authors\":[\"A B\"]}}\n{{\"title\":\"Two\",\"abstract\":\"x\"}}\n",
            $"[{{\"paper\":{{\"id\":\"2401.01234\",\"title\":\"DrySort\",\"summary\":\"{Abstract}\",\"upvotes\":3,\"publishedAt\":\"2024-01-08T00:00:00.000Z\"}}}},{{\"paper\":{{\"id\":\"2401.01235\",\"title\":\"Two\",\"summary\":\"x\"}}}}]",
            $"new\n\nDaily Papers\n\nbyAK and the research community\n\nSep 19, 2024\n\n101\n\n### [DrySort](/papers/2401.01234)\n\n{Abstract}\n\n- 3 authors\n\n·\n\nMay 29[6](x)\n\nTwo\n\n{Abstract}\n",
            $"@string{{lab = \"Lab\"}}\n@article{{k, title={{{{Dry}}Sort -- in {{\\\"o}} $x^2$}}, author={{M{{\\\"u}}ller, Anna and B, C}}, eprint={{2401.01234}}, abstract=\"{Abstract}\" # lab}}\n@misc(l, title={{Two}}, doi={{10.1000/x}})\n",
            $"TY  - JOUR\nTI  - DrySort\nAU  - Shannon, Claude\nDO  - 10.1000/x\nAB  - {Abstract}\n more\nKW  - a\nDA  - 2014/03/05/\nER  - \n\nTY  - BOOK\nT1  - Two\nER  -\n",
            $"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Mueller, A\n   Li, W\nTI DrySort\nAB {Abstract}\nDI 10.1000/x\nER\n\nEF\n",
            $"{Separator}Archives at http://arxiv.org/\n{Separator}\\\\\narXiv:2401.01234\nDate: Mon, 8 Jan 2024 12:00:00 GMT   (12kb,D)\n\nTitle: DrySort: A\n  B\nAuthors: A B (X), C\\'e D, Jr.\nCategories: cs.DS\nDOI: 10.1000/x\n\\\\\n  {Abstract}\n\\\\ ( https://arxiv.org/abs/2401.01234 ,  12kb)\n{Separator}\\\\\narXiv:2401.01235\nreplaced with revised version Thu, 8 Jun 2023 08:03:26 GMT   (25kb,D)\n\nTitle: T\nAuthors: A\n\\\\ ( x )\n{Separator}",
            $"{Separator}\\\\\narXiv:hep-th/9901001\nFrom: A <a@b>\nDate: Mon, 4 Jan 1999 12:00:00 GMT   (12kb)\nDate (revised v2): Tue, 5 Jan 1999 12:00:00 GMT   (13kb)\n\nTitle: DrySort\nAuthors: A B\nCategories: hep-th\n\\\\\n  {Abstract}\n\\\\\n",
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>http://arxiv.org/abs/2401.01234v1</id><title>DrySort</title><summary>{Abstract}</summary><author><name>A</name></author></entry></feed>",
            $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>x</title><item><title>DrySort</title><link>https://arxiv.org/abs/2401.01234</link><description>{Abstract}</description></item></channel></rss>",
            $"<!DOCTYPE html><html><head><meta name=\"citation_title\" content=\"DrySort\"><meta name=\"citation_arxiv_id\" content=\"2401.01234\"></head><body><p>{Abstract}</p></body></html>",
            $"<html><body><div class=\"x\" data-target=\"DailyPapers\" data-props=\"{{&quot;dateString&quot;:&quot;2024-01-08&quot;,&quot;dailyPapers&quot;:[{{&quot;paper&quot;:{{&quot;id&quot;:&quot;2401.01234&quot;,&quot;title&quot;:&quot;Dry &amp;amp; Wet&quot;,&quot;summary&quot;:&quot;{Abstract}&quot;}}}}]}}\"></div><h3><a href=\"/papers/2401.01235\">Two</a></h3></body></html>",
            $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{{\"id\":\"1\",\"title\":\"DrySort\",\"url\":\"https://arxiv.org/abs/2401.01234\",\"content_text\":\"{Abstract}\"}}]}}",
            $"{{\"results\":[{{\"id\":\"https://openalex.org/W1\",\"doi\":\"https://doi.org/10.1000/x\",\"title\":\"DrySort\",\"abstract_inverted_index\":{{\"We\":[0],\"sort\":[1]}}}}]}}",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>The inline ones, and the files of a folder that are not too large.</summary>
    public static IReadOnlyList<byte[]> With(string? folder)
        => folder is null
            ? Inline
            : [.. Inline, .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => file.Length is > 0 and <= LargestFile)
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => File.ReadAllBytes(file.FullName))];
}
